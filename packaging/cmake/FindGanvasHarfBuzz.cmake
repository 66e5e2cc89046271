# HarfBuzz as the imported target Ganvas::harfbuzz: not every distribution's package brings a CMake config, and pkg-config may be absent.
find_path(GanvasHarfBuzz_INCLUDE_DIR hb.h PATH_SUFFIXES harfbuzz)
find_library(GanvasHarfBuzz_LIBRARY harfbuzz)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(GanvasHarfBuzz REQUIRED_VARS GanvasHarfBuzz_LIBRARY GanvasHarfBuzz_INCLUDE_DIR)
if(GanvasHarfBuzz_FOUND AND NOT TARGET Ganvas::harfbuzz)
  add_library(Ganvas::harfbuzz UNKNOWN IMPORTED)
  set_target_properties(Ganvas::harfbuzz PROPERTIES IMPORTED_LOCATION ${GanvasHarfBuzz_LIBRARY}
                        INTERFACE_INCLUDE_DIRECTORIES ${GanvasHarfBuzz_INCLUDE_DIR})
endif()
mark_as_advanced(GanvasHarfBuzz_INCLUDE_DIR GanvasHarfBuzz_LIBRARY)
