# The flags of every target, and how a room and a program are declared.
set(MORGUE_SANITIZE "" CACHE STRING "sanitizers to build with, as -fsanitize= takes them")

add_library(morgue_flags INTERFACE)
target_compile_features(morgue_flags INTERFACE cxx_std_20)
target_compile_options(morgue_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Werror)
# g++ 12 warns wrongly of std::string's operator+ (GCC bug 105651) and of moved std::variants (GCC bug 105562).
target_compile_options(morgue_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict -Wno-maybe-uninitialized>)
target_include_directories(morgue_flags INTERFACE ${PROJECT_SOURCE_DIR})
if(MORGUE_SANITIZE)
  target_compile_options(morgue_flags INTERFACE
    -fsanitize=${MORGUE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(morgue_flags INTERFACE -fsanitize=${MORGUE_SANITIZE})
endif()

# morgue_room(name SOURCES a.cpp ... USES target ... [PRIVATELY target ...])
function(morgue_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;USES;PRIVATELY" ${ARGN})
  add_library(${name} STATIC ${ROOM_SOURCES})
  target_link_libraries(${name} PUBLIC morgue_flags ${ROOM_USES} PRIVATE ${ROOM_PRIVATELY})
endfunction()

# morgue_program(name SOURCES main.cpp USES target ...)
function(morgue_program name)
  cmake_parse_arguments(PROGRAM "" "" "SOURCES;USES" ${ARGN})
  add_executable(${name} ${PROGRAM_SOURCES})
  target_link_libraries(${name} PRIVATE morgue_flags ${PROGRAM_USES})
  install(TARGETS ${name} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endfunction()
