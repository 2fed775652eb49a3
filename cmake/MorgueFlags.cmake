# The flags of every target, and how a room and a program are declared.
set(MORGUE_SANITIZE "" CACHE STRING "sanitizers to build with, as -fsanitize= takes them")

add_library(morgue_flags INTERFACE)
target_compile_features(morgue_flags INTERFACE cxx_std_20)
target_compile_options(morgue_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Werror)
# g++ 12 warns wrongly of std::string's operator+ (GCC bug 105651), of moved std::variants (GCC bug 105562) and, from
# precompiled headers, of what it inlines out of the standard library.
target_compile_options(morgue_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict -Wno-maybe-uninitialized
  -Wno-stringop-overread -Wno-stringop-overflow -Wno-array-bounds>)
target_include_directories(morgue_flags INTERFACE ${PROJECT_SOURCE_DIR})
if(MORGUE_SANITIZE)
  target_compile_options(morgue_flags INTERFACE
    -fsanitize=${MORGUE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(morgue_flags INTERFACE -fsanitize=${MORGUE_SANITIZE})
endif()

# The headers that most sources include and that take longest to read are compiled once: one set for the rooms, one with the
# test libraries for the tests (tests/CMakeLists.txt). A source still includes what it uses; scripts/check-style builds without.
function(morgue_precompiled name)
  add_library(${name} OBJECT ${PROJECT_SOURCE_DIR}/cmake/precompiled.cpp)
  target_link_libraries(${name} PRIVATE morgue_flags nlohmann_json::nlohmann_json ${ARGN})
  target_precompile_headers(${name} PRIVATE
    <algorithm> <chrono> <filesystem> <functional> <map> <memory> <optional> <ranges> <string> <string_view> <variant> <vector>
    <nlohmann/json.hpp>)
endfunction()

# morgue_room(name SOURCES a.cpp ... USES target ... [PRIVATELY target ...])
function(morgue_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;USES;PRIVATELY" ${ARGN})
  add_library(${name} STATIC ${ROOM_SOURCES})
  target_link_libraries(${name} PUBLIC morgue_flags ${ROOM_USES} PRIVATE ${ROOM_PRIVATELY})
  target_precompile_headers(${name} REUSE_FROM morgue_precompiled_rooms)
endfunction()

# What a program tells of itself (its manual page, its completions) is written by it at build, and installed.
function(morgue_written_by program file folder)
  set(written ${CMAKE_CURRENT_BINARY_DIR}/${file})
  add_custom_command(TARGET ${program} POST_BUILD VERBATIM
    COMMAND ${CMAKE_COMMAND} -D OUTPUT=${written} -P ${PROJECT_SOURCE_DIR}/cmake/WriteOutput.cmake -- $<TARGET_FILE:${program}> ${ARGN})
  install(FILES ${written} DESTINATION ${folder})
endfunction()

# morgue_program(name SOURCES main.cpp USES target ...)
function(morgue_program name)
  cmake_parse_arguments(PROGRAM "" "" "SOURCES;USES" ${ARGN})
  add_executable(${name} ${PROGRAM_SOURCES})
  target_link_libraries(${name} PRIVATE morgue_flags ${PROGRAM_USES})
  install(TARGETS ${name} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  morgue_written_by(${name} ${name}.1 ${CMAKE_INSTALL_MANDIR}/man1 --manual)
  morgue_written_by(${name} ${name}.bash ${CMAKE_INSTALL_DATADIR}/bash-completion/completions --completion bash)
  morgue_written_by(${name} _${name} ${CMAKE_INSTALL_DATADIR}/zsh/site-functions --completion zsh)
  morgue_written_by(${name} ${name}.fish ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d --completion fish)
endfunction()
