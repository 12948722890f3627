# Tests of net, api, session and generation.
foreach(thing http sse download tus remote_file)
    facet_test(tst_client_${thing} SOURCES tst_client_${thing}.cpp LIBS facet_client facet_scripted_server)
endforeach()
add_library(facet_client_test_support STATIC support/SampleService.cpp support/SampleService.h)
target_link_libraries(facet_client_test_support PUBLIC facet_client facet_scripted_server PRIVATE facet_compiler)
facet_test(tst_client_session SOURCES tst_client_session.cpp LIBS facet_client_test_support)
facet_test(tst_client_generation_machine SOURCES tst_client_generation_machine.cpp LIBS facet_client)
facet_test(tst_client_generations SOURCES tst_client_generations.cpp LIBS facet_client_test_support)
