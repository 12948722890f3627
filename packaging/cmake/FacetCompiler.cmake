# One interface target with every flag the project's own code is built with.
add_library(facet_compiler INTERFACE)

target_compile_options(facet_compiler INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual)
# Warnings are errors with the compilers of Debian 12 and Ubuntu 24.04, on which this is proven. A newer compiler
# or library that finds something new to warn of must not keep anybody from building.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 14)
    target_compile_options(facet_compiler INTERFACE -Werror)
    if(CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 13)
        target_compile_options(facet_compiler INTERFACE -Wno-error=deprecated-declarations)
    endif()
endif()
target_compile_definitions(facet_compiler INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_CONTEXTLESS_CONNECT QT_NO_FOREACH QT_NO_JAVA_STYLE_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    JSON_USE_IMPLICIT_CONVERSIONS=0)
target_include_directories(facet_compiler INTERFACE ${CMAKE_SOURCE_DIR}/app ${CMAKE_SOURCE_DIR})

if(FACET_SANITIZE)
    # nonnull: Qt 6.4 compares two empty lists by memcmp of null and no bytes. The two warnings: gcc 12
    # reports false positives inside Qt's and the standard library's headers once the code is rewritten.
    target_compile_options(facet_compiler INTERFACE
        -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined
        -fno-sanitize=nonnull-attribute
        -Wno-maybe-uninitialized -Wno-stringop-overflow)
    target_link_options(facet_compiler INTERFACE -fsanitize=address,undefined)
endif()

find_program(FACET_CCACHE ccache)
if(FACET_CCACHE)
    set(CMAKE_C_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${FACET_CCACHE})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_C_COMPILER_LAUNCHER})
endif()

# mold links the fifty test programs several times sooner; anything else works too.
find_program(FACET_MOLD mold)
if(FACET_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 12.1)
    add_link_options(-fuse-ld=mold)
endif()
