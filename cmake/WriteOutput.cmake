# cmake -D OUTPUT=file -P WriteOutput.cmake -- program argument...: runs the program and writes what it prints to the file.
foreach(i RANGE ${CMAKE_ARGC})
  if(DEFINED command)
    list(APPEND command "${CMAKE_ARGV${i}}")
  elseif("${CMAKE_ARGV${i}}" STREQUAL "--")
    set(command "")
  endif()
endforeach()
execute_process(COMMAND ${command} OUTPUT_FILE ${OUTPUT} COMMAND_ERROR_IS_FATAL ANY)
