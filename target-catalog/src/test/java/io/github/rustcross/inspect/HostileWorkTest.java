package io.github.rustcross.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Files that are well-formed but made to cost more than their size: refused, or read in no time.
 */
@Timeout(10)
class HostileWorkTest {

  private static final int LONG_NAME = 60_000;

  @Test
  void manySectionsOfOneLongName() {
    int count = 40_000;
    int sections = 0x20000;
    Image image = new ElfImage().image();
    image.u8(sections + count * 64, 0).raw(0x1000, letters(LONG_NAME));
    image.u64(40, sections).u16(58, 64).u16(60, count).u16(62, 1);
    image.u64(sections + 64 + 24, 0x1000).u64(sections + 64 + 32, LONG_NAME + 1);
    for (int i = 2; i < count; i++) {
      image.u32(sections + i * 64 + 4, 1).u64(sections + i * 64 + 32, 1);
    }

    refuses(image, "names have more than 10829828 bytes in all");
  }

  @Test
  void manySearchPathsOfManyFolders() {
    ElfImage elf = new ElfImage();
    Image image = elf.entry(5, ElfImage.ADDRESS + 0x40000).entry(10, 0x2000).image();
    int dynamic = 0x10000;
    image.u8(0x50000, 0).u64(0x40 + 32, 0x50000).u64(0x40 + 56 + 8, dynamic);
    image.u64(0x40 + 56 + 32, 0x20000);
    image.u64(dynamic, 5).u64(dynamic + 8, ElfImage.ADDRESS + 0x40000);
    image.u64(dynamic + 16, 10).u64(dynamic + 24, 0x2000);
    for (int at = dynamic + 32; at < dynamic + 0x1f000; at += 16) {
      image.u64(at, 29);
    }
    byte[] folders = new byte[4000];
    Arrays.fill(folders, (byte) ':');
    image.raw(0x40000, folders);

    refuses(image, "has more than 4096 folders");
  }

  @Test
  void aThousandSectionsForEveryFunction() throws Exception {
    PeImage pe = new PeImage(true, 0x8664);
    Image image = pe.imports("a.dll").image();
    int functions = 200_000;
    int data = 0x20000;
    // Only the last of the sections holds what the others are searched for in vain.
    byte[] section = Arrays.copyOfRange(image.bytes(), pe.sectionHeader(), pe.sectionHeader() + 40);
    Image large = Image.little(new byte[data + 8 * functions + 0x100]);
    large.raw(0, Arrays.copyOf(image.bytes(), pe.sectionHeader()));
    for (int i = 0; i < 1000; i++) {
      large.raw(pe.sectionHeader() + 40 * i, section);
      large.u32(pe.sectionHeader() + 40 * i + 16, 0);
    }
    int last = pe.sectionHeader() + 40 * 999;
    large.u32(last + 12, data).u32(last + 16, 8 * functions + 0x100).u32(last + 20, data);
    large.u16(PeImage.PE_AT + 6, 1000).u32(pe.directory(1), data);
    large.u32(data, data + 0x80).u32(data + 12, data + 0x60).text(data + 0x60, "a.dll");
    for (int i = 0; i < functions; i++) {
      large.u64(data + 0x80 + 8 * i, data + 0x40);
    }
    large.text(data + 0x42, "f");

    PeDetails details = (PeDetails) BinaryInspector.details(large.source());

    assertThat(details.imports().get(0).functions()).hasSize(functions);
    refuses(large.u16(PeImage.PE_AT + 6, 1025), "1025 sections, more than the 1024 allowed");
  }

  @Test
  void moreImportsThanAnyModuleHas() {
    int count = Limits.SYMBOLS + 10;
    Image image = Image.little(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
    int bytes = 4 * count + 4;
    image.u8(bytes + 20, 0);
    image.u8(8, 2).u8(9, leb(bytes)).u8(13, leb(count));
    Image exact = Image.little(Arrays.copyOf(image.bytes(), 13 + bytes));

    refuses(exact, "more than 1048576 names");
  }

  @Test
  void moreMembersThanAnyArchiveHas() {
    byte[] member = new Archive().member("a/", new byte[0]).bytes();
    byte[] bytes = new byte[8 + 60 * (Limits.MEMBERS + 1)];
    System.arraycopy(member, 0, bytes, 0, member.length);
    for (int at = 68; at < bytes.length; at += 60) {
      System.arraycopy(member, 8, bytes, at, 60);
    }

    refuses(Image.little(bytes), "more than 262144 members");
  }

  private static int[] leb(int value) {
    return new int[] {
      value & 0x7f | 0x80, value >> 7 & 0x7f | 0x80, value >> 14 & 0x7f | 0x80, value >> 21
    };
  }

  private static byte[] letters(int count) {
    byte[] letters = new byte[count];
    Arrays.fill(letters, (byte) 'a');
    return letters;
  }

  private static void refuses(Image image, String ending) {
    assertThatThrownBy(() -> BinaryInspector.details(image.source()))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessageEndingWith(ending);
  }
}
