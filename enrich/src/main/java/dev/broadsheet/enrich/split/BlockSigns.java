package dev.broadsheet.enrich.split;

import java.util.ArrayList;
import java.util.List;

/// What a block shows by itself, read once for all readings of the page.
///
/// @param closed whether it may not go on with anything: it has a 讯头, or stands below a photo
/// @param picture whether it is the text below a photo
/// @param rest how much it opens as the rest of a sentence does
/// @param inList whether it opens in the middle of a list
/// @param dated whether it opens with a date
/// @param lastLine whether it is one of the lines below a notice
/// @param speaker who speaks, empty without
/// @param talk whether it is a line of a talk
/// @param wording log odds of its words for going on with a text that it does not stand below
/// @param leadsOn the same for going on with the text above
/// @param across log odds of what stands above it for crossheads, 0 without
/// @param heads how much what stands above it looks like the head of another article
/// @param box whether it stands below the head of a box of short items
/// @param end how it ends
/// @param shown whether a photographer's credit stands directly below it
/// @param credited whether a photographer's credit stands directly above it
record BlockSigns(
    boolean closed,
    boolean picture,
    double rest,
    boolean inList,
    boolean dated,
    boolean lastLine,
    String speaker,
    boolean talk,
    double wording,
    double leadsOn,
    double across,
    double heads,
    boolean box,
    BlockEnd end,
    boolean shown,
    boolean credited) {

  private static final int LONGEST_PHOTO = 260;

  /// Whether it answers: `答：…`, `编后：…`. No article opens so.
  boolean answers() {
    return !speaker.isEmpty() && "答复回编".indexOf(speaker.charAt(0)) >= 0;
  }

  /// The signs of each block.
  static List<BlockSigns> of(Page page, List<Block> blocks) {
    Parallels parallels = new Parallels(page.rows());
    List<BlockSigns> signs = new ArrayList<>(blocks.size());
    for (Block block : blocks) {
      signs.add(of(page, block, parallels));
    }
    return signs;
  }

  private static BlockSigns of(Page page, Block block, Parallels parallels) {
    String text = block.text();
    boolean inside = block.above().isEmpty();
    List<String> displays = inside ? List.of() : displays(page, block);
    int bylines = inside ? 0 : bylines(page, block);
    double wording = Wording.leadsOn(text);
    BlockEnd end = BlockEnd.of(block);
    boolean picture = Openings.isPicture(text);
    boolean credited = isCredited(page, block);
    return new BlockSigns(
        block.paragraph().isLead() || picture,
        picture,
        Wording.rest(text),
        Wording.opensInList(text),
        Openings.isDated(text),
        Wording.isLastLine(text),
        Wording.speaker(text),
        page.isTalk(block.paragraph().rows().getFirst()),
        wording,
        inside ? wording : Wording.followsCrosshead(text),
        inside ? 0 : across(page, block, displays, bylines, parallels),
        inside ? 0 : heads(displays, bylines, credited),
        isBox(displays),
        end,
        isShown(page, block, end),
        credited);
  }

  private static List<String> displays(Page page, Block block) {
    List<String> displays = new ArrayList<>();
    for (int row : block.above()) {
      if (page.isDisplay(row)) {
        displays.add(page.text(row));
      }
    }
    return displays;
  }

  private static boolean isBox(List<String> displays) {
    for (String display : displays) {
      if (Wording.isBox(display)) {
        return true;
      }
    }
    return false;
  }

  private static int bylines(Page page, Block block) {
    int bylines = 0;
    for (int row : block.above()) {
      bylines += page.isByline(row) ? 1 : 0;
    }
    return bylines;
  }

  /// Whether the text above it is that of a photo, whose credit follows.
  private static boolean isCredited(Page page, Block block) {
    return !block.above().isEmpty()
        && page.isByline(block.above().getFirst())
        && BylineRows.isPhotoCredit(page.text(block.above().getFirst()));
  }

  /// Whether it is short, no one speaks, and a photographer's credit follows directly.
  private static boolean isShown(Page page, Block block, BlockEnd end) {
    if (block.paragraph().length() > LONGEST_PHOTO || "“\"「".indexOf(block.text().charAt(0)) >= 0) {
      return false;
    }
    int below = block.paragraph().rows().getLast() + 1;
    boolean credit =
        below < page.size() && page.isByline(below) && BylineRows.isPhotoCredit(page.text(below));
    return credit || end.credit();
  }

  private static double across(
      Page page, Block block, List<String> displays, int bylines, Parallels parallels) {
    double score = -1.1 - Math.min(2, bylines) * 1.5;
    if (displays.isEmpty()) {
      return score;
    }
    score -= bylines > 0 ? 2 : 0;
    int characters = 0;
    for (String display : displays) {
      characters += display.length();
    }
    boolean captions =
        displays.size() > 1
            && new Seams(page).captions(block.above().stream().filter(page::isDisplay).toList());
    score -= captions ? -3 : displays.size() == 1 ? 0 : displays.size() == 2 ? 0.8 : 2;
    score -= captions ? 0 : Math.max(0, characters - 10) * 0.06;
    for (String display : displays) {
      score += Wording.isSlogan(display) ? 2 : 0;
      score += parallels.isParallel(display) ? 4 : parallels.isSibling(display) ? 2.5 : 0;
      score += Seams.isNumbered(display) ? 4 : 0;
      score -= Seams.isNotice(display) ? 5 : StandingTitles.contains(display) ? 2.5 : 0;
    }
    score -= page.gap(block.above().getFirst()) >= 2 ? 0.7 : 0;
    score -= page.gap(block.paragraph().rows().getFirst()) >= 2 ? 0.4 : 0;
    return score + ("“\"「".indexOf(block.text().charAt(0)) >= 0 ? 0.7 : 0);
  }

  /// Behind the credit of a photo, a display row is the headline of the photo.
  private static double heads(List<String> displays, int bylines, boolean credited) {
    int others = displays.size() - (credited ? 1 : 0);
    double notice = displays.stream().anyMatch(Seams::isNotice) ? 3 : 0;
    double head = others <= 0 ? 0 : 0.4 + 0.8 * others;
    return notice + head + (bylines > (credited ? 1 : 0) ? 2.5 : 0);
  }
}
