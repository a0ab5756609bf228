package dev.broadsheet.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.contract.ArticleId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssueKeysTest {
  private static final Path ROOT = Path.of("/in");

  @ParameterizedTest
  @CsvSource({
    "xnrb/2025-03-20/01.txt, xnrb/2025-03-20/01",
    "xnrb/2025-03-20/01, xnrb/2025-03-20/01",
    "a.b/c.d.md, a.b/c.d",
    "2025.03.20, 2025.03.20",
    "v1.2.txt, v1.2",
    "song.mp3, song",
    "第一版.文本, 第一版.文本",
    "a..txt, a.",
    "a., a.",
    ".txt, .txt",
    "-rf.txt, -rf",
    "a b　c.txt, a b　c",
    "a#1.txt, a#1",
    "📰.txt, 📰"
  })
  void isThePathWithoutExtension(String file, String key) {
    assertThat(IssueKeys.of(ROOT, ROOT.resolve(file))).isEqualTo(key);
  }

  @Test
  void isTheSameForBothFormsOfACharacter() {
    assertThat(IssueKeys.of(ROOT, ROOT.resolve("e\u0301.txt")))
        .isEqualTo(IssueKeys.of(ROOT, ROOT.resolve("\u00E9.txt")));
  }

  @Test
  void writesControlsAsPercentSigns() {
    assertThat(IssueKeys.of(ROOT, ROOT.resolve("a\nb\u001B[0m\u0085.txt")))
        .isEqualTo("a%0Ab%1B[0m%C2%85");
  }

  @Test
  void keepsNamesApartThatAreNotUtf8() {
    var first = Path.of(URI.create("file:///in/a%FF%E6%8A%A5.txt"));
    var second = Path.of(URI.create("file:///in/a%FE%E6%8A%A5.txt"));

    assertThat(IssueKeys.of(ROOT, first)).isEqualTo("a%FF报");
    assertThat(IssueKeys.of(ROOT, second)).isEqualTo("a%FE报");
  }

  @Test
  void takesThe255BytesOfALongNameButNotTheirSum() {
    String longest = "报".repeat(85);

    assertThat(IssueKeys.of(ROOT, ROOT.resolve(longest))).isEqualTo(longest);
    assertThatThrownBy(
            () -> IssueKeys.of(ROOT, ROOT.resolve(longest).resolve(longest).resolve("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("506");
  }

  @Test
  void refusesAFileOutsideTheRoot() {
    assertThatThrownBy(() -> IssueKeys.of(ROOT, Path.of("/out/a.txt")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/in");
  }

  @Test
  void refusesGivenKeysThatNoFileCouldHave() {
    assertThatThrownBy(() -> IssueKeys.check("")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> IssueKeys.check("a\tb")).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void fitsEveryArticleIdAndOneLine(@ForAll("names") String folder, @ForAll("names") String file) {
    String key = IssueKeys.of(ROOT, ROOT.resolve(folder).resolve(file));

    assertThat(key.getBytes(StandardCharsets.UTF_8).length)
        .isBetween(1, ArticleId.MAX_ISSUE_KEY_BYTES);
    assertThat(key.codePoints()).noneMatch(Character::isISOControl);
    assertThat(Normalizer.isNormalized(key, Normalizer.Form.NFC)).isTrue();
    assertThat(IssueKeys.check(key)).isEqualTo(key);
    assertThat(new ArticleId(key, ArticleId.MAX_POSITION).toString()).startsWith(key);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings()
        .all()
        .excludeChars('/', '\0')
        .ofMinLength(1)
        .ofMaxLength(20)
        .filter(n -> StandardCharsets.UTF_8.newEncoder().canEncode(n) && !n.matches("\\.{1,2}"));
  }
}
