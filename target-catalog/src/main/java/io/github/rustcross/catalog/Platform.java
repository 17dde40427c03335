package io.github.rustcross.catalog;

import java.util.List;

/**
 * The platform of a target in the words of {@code rustc --print cfg}.
 *
 * @param arch {@code target_arch}
 * @param vendor {@code target_vendor}
 * @param os {@code target_os}
 * @param env {@code target_env}, empty where rustc says so
 * @param abi {@code target_abi}, empty where rustc says so
 * @param families {@code target_family}, possibly none
 * @param endian {@code target_endian}: {@code little} or {@code big}
 * @param pointerWidth {@code target_pointer_width} in bits
 */
public record Platform(
    String arch,
    String vendor,
    String os,
    String env,
    String abi,
    List<String> families,
    String endian,
    int pointerWidth) {

  /** Copies the list. */
  public Platform {
    families = List.copyOf(families);
  }
}
