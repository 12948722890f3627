# facet_library(NAME SOURCES … PUBLIC … PRIVATE …): a static library of the project with its flags and
# precompiled header.
function(facet_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_link_libraries(${name} PUBLIC ${ARG_PUBLIC} PRIVATE facet_compiler ${ARG_PRIVATE})
    target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR}/app ${CMAKE_SOURCE_DIR})
    facet_precompile(${name})
endfunction()

# facet_precompile(TARGET): headers that nearly every file includes.
function(facet_precompile name)
    if(FACET_PCH)
        target_precompile_headers(${name} PRIVATE
            <QObject> <QString> <QList> <QHash> <QDateTime> <QUrl>
            <optional> <variant> <functional> <memory> <tl/expected.hpp>)
        get_target_property(libs ${name} LINK_LIBRARIES)
        if("Qt6::Widgets" IN_LIST libs)
            target_precompile_headers(${name} PRIVATE <QWidget> <QPainter> <QLayout> <QLabel> <QAbstractItemModel>)
        endif()
    endif()
endfunction()

# facet_test(NAME SOURCES … LIBS … [LABELS …] [PROPERTIES …]): one Qt Test program, run by ctest with
# the offscreen platform and its own runtime folder. NAME is the program's and the test's.
function(facet_test name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LIBS;LABELS;PROPERTIES" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE facet_compiler ${ARG_LIBS} Qt6::Test)
    target_compile_definitions(${name} PRIVATE
        FACET_FIXTURES="${CMAKE_SOURCE_DIR}/tests/fixtures"
        FACET_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
        FACET_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
    # A test is one file, built more often than it is run: no precompiled header of its own, no optimizer.
    target_compile_options(${name} PRIVATE -O0)
    set(runtime ${CMAKE_BINARY_DIR}/test-runtime/${name})
    file(MAKE_DIRECTORY ${runtime})
    file(CHMOD ${runtime} PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
    add_test(NAME ${name} COMMAND ${name})
    set(environment "QT_QPA_PLATFORM=offscreen;XDG_RUNTIME_DIR=${runtime};LC_ALL=C.UTF-8;ASAN_OPTIONS=detect_leaks=0")
    set(timeout 300)
    if(FACET_SANITIZE) # five to fifteen times slower
        list(APPEND environment QTEST_FUNCTION_TIMEOUT=1200000)
        set(timeout 1500)
    endif()
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${timeout}
        ENVIRONMENT "${environment}"
        LABELS "${ARG_LABELS}")
    if(ARG_PROPERTIES)
        set_tests_properties(${name} PROPERTIES ${ARG_PROPERTIES})
    endif()
endfunction()
