# LibTorch as the imported target Ganvas::torch, from 1.13 to 2.15, without asking for a CUDA toolkit.
# Looks in GANVAS_TORCH (an unpacked LibTorch, or a Python torch package), else in the system.
# One binary serves CPU and GPU: it links libtorch_cpu and libc10 only; libtorch_cuda.so is opened at start where it lies beside them.

set(_hints)
if(GANVAS_TORCH)
  set(_hints PATHS ${GANVAS_TORCH} ${GANVAS_TORCH}/torch NO_DEFAULT_PATH)
endif()
find_path(GanvasTorch_INCLUDE_DIR ATen/ATen.h ${_hints} PATH_SUFFIXES include)
find_path(GanvasTorch_API_INCLUDE_DIR torch/torch.h ${_hints} PATH_SUFFIXES include/torch/csrc/api/include torch/csrc/api/include)
find_library(GanvasTorch_CPU_LIBRARY torch_cpu ${_hints} PATH_SUFFIXES lib)
find_library(GanvasTorch_C10_LIBRARY c10 ${_hints} PATH_SUFFIXES lib)

# The version's header moved to headeronly/ with 2.9.
foreach(_header torch/headeronly/version.h torch/csrc/api/include/torch/version.h)
  if(GanvasTorch_INCLUDE_DIR AND NOT GanvasTorch_VERSION AND EXISTS ${GanvasTorch_INCLUDE_DIR}/${_header})
    file(STRINGS ${GanvasTorch_INCLUDE_DIR}/${_header} _lines REGEX "define TORCH_VERSION_(MAJOR|MINOR|PATCH) +[0-9]")
    if(_lines MATCHES "MAJOR +([0-9]+).*MINOR +([0-9]+).*PATCH +([0-9]+)")
      set(GanvasTorch_VERSION ${CMAKE_MATCH_1}.${CMAKE_MATCH_2}.${CMAKE_MATCH_3})
    endif()
  endif()
endforeach()

find_package(OpenMP REQUIRED COMPONENTS CXX)   # without it LibTorch's own headers make at::parallel_for a plain loop

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(GanvasTorch
  REQUIRED_VARS GanvasTorch_CPU_LIBRARY GanvasTorch_C10_LIBRARY GanvasTorch_INCLUDE_DIR GanvasTorch_API_INCLUDE_DIR
  VERSION_VAR GanvasTorch_VERSION
  REASON_FAILURE_MESSAGE "Install libtorch-dev, or set GANVAS_TORCH to the folder of an unpacked LibTorch.")

if(GanvasTorch_FOUND AND NOT TARGET Ganvas::torch)
  # std::string crosses the border between LibTorch, OpenCV and Qt, so all must use the same C++ ABI.
  file(STRINGS ${GanvasTorch_C10_LIBRARY} _new_abi REGEX "c105ErrorC[12].*__cxx1112basic_string" LIMIT_COUNT 1)
  if(NOT _new_abi)
    message(FATAL_ERROR "${GanvasTorch_C10_LIBRARY} was built with the C++ ABI from before 2015, which does not fit this system's "
                        "libraries. Take the LibTorch archive whose name says cxx11-abi, or ./run --torch=pip.")
  endif()

  # DT_RPATH, not DT_RUNPATH: it holds for the libraries that libtorch_cpu.so names in turn.
  set(_link_options -Wl,--disable-new-dtags)
  set(_include_folders ${GanvasTorch_INCLUDE_DIR} ${GanvasTorch_API_INCLUDE_DIR})
  if(GANVAS_TORCH)
    # PyPI's include folder carries a newer fmt than the one that the system's spdlog wants: the system's goes first.
    find_path(GanvasTorch_FMT_DIR fmt/format.h)
    if(GanvasTorch_FMT_DIR AND EXISTS ${GanvasTorch_INCLUDE_DIR}/fmt)
      file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/before-torch)
      file(CREATE_LINK ${GanvasTorch_FMT_DIR}/fmt ${CMAKE_BINARY_DIR}/before-torch/fmt SYMBOLIC)
      list(PREPEND _include_folders ${CMAKE_BINARY_DIR}/before-torch)
    endif()
    get_filename_component(_packages ${GanvasTorch_INCLUDE_DIR}/../.. ABSOLUTE)
    file(GLOB _folders ${_packages}/nvidia/*/lib)
  else()
    # The BLAS that shares LibTorch's OpenMP team, whichever one the system's alternatives name for other programs.
    file(GLOB _folders /usr/lib/${CMAKE_LIBRARY_ARCHITECTURE}/openblas-openmp)
    if(NOT _folders)
      message(WARNING "libopenblas0-openmp is not installed; with another BLAS, training takes up to ten times longer.")
    endif()
  endif()
  foreach(_folder ${_folders})
    list(APPEND _link_options -Wl,-rpath,${_folder})
  endforeach()

  add_library(Ganvas::c10 UNKNOWN IMPORTED)
  set_target_properties(Ganvas::c10 PROPERTIES IMPORTED_LOCATION ${GanvasTorch_C10_LIBRARY})
  add_library(Ganvas::torch UNKNOWN IMPORTED)
  set_target_properties(Ganvas::torch PROPERTIES
    IMPORTED_LOCATION ${GanvasTorch_CPU_LIBRARY}
    INTERFACE_INCLUDE_DIRECTORIES "${_include_folders}"
    INTERFACE_LINK_LIBRARIES "Ganvas::c10;OpenMP::OpenMP_CXX"
    # Debian's libtorch_cpu pulls libraries that the linker need not look into (OpenCV's highgui, Qt 5).
    INTERFACE_LINK_OPTIONS "-Wl,--allow-shlib-undefined;${_link_options}")
endif()
mark_as_advanced(GanvasTorch_FMT_DIR GanvasTorch_INCLUDE_DIR GanvasTorch_API_INCLUDE_DIR GanvasTorch_CPU_LIBRARY GanvasTorch_C10_LIBRARY)
