package dev.broadsheet.enrich.split;

import java.util.ArrayList;
import java.util.List;

/// Parts glued paragraphs where the paragraphs of an article open with short sentences of one
/// pattern: `抓水利。…`, `抓道路。…`.
final class ParallelLeads {
  private static final int SHORTEST = 4;
  private static final int LONGEST = 11;
  private static final int FEWEST = 2;

  private ParallelLeads() {}

  /// Cuts the glued paragraphs of a stretch, in place.
  static void part(Stretch stretch) {
    List<String> leads = new ArrayList<>();
    for (Paragraph paragraph : stretch.paragraphs()) {
      int end = paragraph.text().indexOf('。');
      if (end >= SHORTEST && end <= LONGEST && end < paragraph.length() - 1) {
        leads.add(paragraph.text().substring(0, end));
      }
    }
    if (leads.size() < FEWEST || leads.size() > 40) {
      return;
    }
    for (int i = 0; i < stretch.paragraphs().size(); i++) {
      int at = glue(stretch.paragraphs().get(i).text(), leads);
      if (at > 0) {
        stretch.paragraphs().add(i + 1, stretch.paragraphs().get(i).splitAt(at));
      }
    }
  }

  /// Where a sentence of the pattern begins inside the text; 0 for nowhere.
  private static int glue(String text, List<String> leads) {
    for (int stop = text.indexOf('。'); stop > 0; stop = text.indexOf('。', stop + 1)) {
      int end = text.indexOf('。', stop + 1);
      int length = end - stop - 1;
      if (length >= SHORTEST && length <= LONGEST && isLead(text.substring(stop + 1, end), leads)) {
        return stop + 1;
      }
    }
    return 0;
  }

  private static boolean isLead(String sentence, List<String> leads) {
    for (String lead : leads) {
      int alike = 0;
      for (int i = 0; lead.length() == sentence.length() && i < lead.length(); i++) {
        alike += lead.charAt(i) == sentence.charAt(i) ? 1 : 0;
      }
      if (alike >= 2 && alike * 5 >= lead.length() * 2) {
        return true;
      }
    }
    return false;
  }
}
