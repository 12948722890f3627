# Every sentence of the window has its Korean: -DTS=facet_ko.ts -DLUPDATE=… -DSOURCE=… -DWORK=…
# Reads the sources again into a copy, so that a new tr() without a translation fails too.
file(MAKE_DIRECTORY "${WORK}")
configure_file("${TS}" "${WORK}/fresh.ts" COPYONLY)
execute_process(
    COMMAND ${LUPDATE} -no-obsolete -locations none -extensions cpp,h -source-language en -I ${SOURCE} -I ${SOURCE}/app
        ${SOURCE}/ui ${SOURCE}/app/client ${SOURCE}/app/domain ${SOURCE}/app/contract -ts ${WORK}/fresh.ts
    OUTPUT_QUIET RESULT_VARIABLE code)
if(code)
    message(FATAL_ERROR "lupdate ended with ${code}")
endif()
file(READ "${WORK}/fresh.ts" text)
string(REGEX MATCHALL "<source>[^<]*</source>(\n *<comment>[^<]*</comment>)?(\n *<[a-z]*comment>[^<]*</[a-z]*comment>)?\n *<translation type=\"unfinished\"" missing "${text}")
list(LENGTH missing count)
if(NOT text MATCHES "<translation>")
    message(FATAL_ERROR "${TS} holds no translation: the check would be blind")
endif()
if(count)
    list(JOIN missing "\n" text)
    message(FATAL_ERROR "${count} sentences have no Korean yet:\n${text}")
endif()
message(STATUS "All sentences have their Korean.")
