# Flags that every target of Ganvas shares, and how a library or test binary is declared.
# Sources are globbed (CONFIGURE_DEPENDS), so that a new GAN family costs no line here.

add_library(ganvas_flags INTERFACE)
target_compile_features(ganvas_flags INTERFACE cxx_std_20)
target_include_directories(ganvas_flags INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(ganvas_flags INTERFACE -Wall -Wextra -Wno-unused-parameter -Wno-missing-field-initializers -fvisibility=hidden -fmacro-prefix-map=${CMAKE_SOURCE_DIR}/=
                       $<$<CONFIG:Release>:-O2>)
target_link_options(ganvas_flags INTERFACE -Wl,--as-needed)
if(GANVAS_SANITIZE STREQUAL "address")
  target_compile_options(ganvas_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  target_link_options(ganvas_flags INTERFACE -fsanitize=address,undefined)
elseif(GANVAS_SANITIZE STREQUAL "thread")
  target_compile_options(ganvas_flags INTERFACE -fsanitize=thread -fno-omit-frame-pointer)
  target_link_options(ganvas_flags INTERFACE -fsanitize=thread)
endif()

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
# An installed program finds a LibTorch from outside the system where the build found it.
set(CMAKE_INSTALL_RPATH_USE_LINK_PATH ON)

# A compiler that reads torch's headers takes up to 2 GB: no more of them at once than cores, and than memory holds.
cmake_host_system_information(RESULT _cores QUERY NUMBER_OF_LOGICAL_CORES)
cmake_host_system_information(RESULT _memory QUERY TOTAL_PHYSICAL_MEMORY)  # MiB
math(EXPR _torch_jobs "${_memory} / 2048")
if(_torch_jobs GREATER _cores)
  set(_torch_jobs ${_cores})
elseif(_torch_jobs LESS 1)
  set(_torch_jobs 1)
endif()
set_property(GLOBAL PROPERTY JOB_POOLS torch=${_torch_jobs})

find_program(GANVAS_CCACHE ccache)
if(GANVAS_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime CCACHE_PCH_EXTSUM=1 ${GANVAS_CCACHE})
  add_compile_options(-fpch-preprocess)
endif()

# ganvas_library(NAME DIRS dir... LINK targets...)
function(ganvas_library name)
  cmake_parse_arguments(ARG "" "" "DIRS;LINK;PRIVATE" ${ARGN})
  set(globs)
  foreach(dir ${ARG_DIRS})
    list(APPEND globs ${dir}/*.cpp ${dir}/*.hpp)
  endforeach()
  file(GLOB sources CONFIGURE_DEPENDS ${globs})
  add_library(${name} STATIC ${sources})
  target_link_libraries(${name} PUBLIC ganvas_flags ${ARG_LINK} PRIVATE ${ARG_PRIVATE})
endfunction()
