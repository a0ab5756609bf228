package dev.broadsheet.enrich.split;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is printed in the masthead, the page banner and the colophon. Each may be absent.
///
/// @param date Gregorian day as printed; null when none is printed or it does not exist
/// @param lunarDate as printed, `乙巳年二月廿一`
/// @param weekday as printed, `星期四`
/// @param publisher organisation whose organ the paper is, or its publishing house
/// @param serial CN number, dashes made hyphens
/// @param postalCode postal subscription code (邮发代号), dashes made hyphens
public record MastheadFields(
    @Nullable String paper,
    @Nullable String publisher,
    @Nullable String serial,
    @Nullable String postalCode,
    @Nullable Integer number,
    @Nullable LocalDate date,
    @Nullable String lunarDate,
    @Nullable String weekday,
    @Nullable Integer pages,
    @Nullable Integer page,
    @Nullable String section,
    @Nullable String website) {}
