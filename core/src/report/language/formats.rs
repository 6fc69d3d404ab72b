//! Numbers and moments as a language writes them, with the data of the Unicode CLDR.

use std::str::FromStr as _;

use fluent_bundle::{FluentValue, types::FluentNumber};
use icu_calendar::{Date, Gregorian, cal::Persian};
use icu_datetime::{FixedCalendarDateTimeFormatter, fieldsets};
use icu_decimal::{DecimalFormatter, input::Decimal, options::DecimalFormatterOptions};
use icu_locale_core::Locale;
use icu_time::{DateTime, Time};
use intl_memoizer::Memoizable;
use time::{OffsetDateTime, UtcOffset, format_description::well_known::Rfc3339};
use unic_langid::LanguageIdentifier;

/// Formatters of one language. Moments are always written in UTC, and say so.
pub(super) struct Formats {
    numbers: Option<DecimalFormatter>,
    moments: Option<Moments>,
}

/// In Persian, days are those of the Solar Hijri calendar.
enum Moments {
    Gregorian {
        moment: FixedCalendarDateTimeFormatter<Gregorian, fieldsets::YMDT>,
        day: FixedCalendarDateTimeFormatter<Gregorian, fieldsets::YMD>,
    },
    Persian {
        moment: FixedCalendarDateTimeFormatter<Persian, fieldsets::YMDT>,
        day: FixedCalendarDateTimeFormatter<Persian, fieldsets::YMD>,
    },
}

impl Formats {
    /// The formatters of the language with this tag.
    pub(super) fn of(tag: &str) -> Self {
        Self {
            numbers: numbers(tag),
            moments: moments(tag),
        }
    }

    /// A whole number.
    pub(super) fn number(&self, number: u64) -> String {
        match &self.numbers {
            Some(formatter) => formatter.format(&Decimal::from(number)).to_string(),
            None => number.to_string(),
        }
    }

    /// A number as it is, with all its digits.
    pub(super) fn figure(&self, number: f64) -> String {
        let digits = number.to_string();
        match (&self.numbers, Decimal::from_str(&digits)) {
            (Some(formatter), Ok(decimal)) => formatter.format(&decimal).to_string(),
            _ => digits,
        }
    }

    /// A moment in RFC 3339, or a day; `None` when it is neither.
    pub(super) fn moment(&self, text: &str) -> Option<String> {
        let moments = self.moments.as_ref()?;
        if let Ok(moment) = OffsetDateTime::parse(text, &Rfc3339) {
            return moments.moment(moment.checked_to_offset(UtcOffset::UTC)?);
        }
        let mut parts = text.splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let [year, month, day] = [year, month, day].map(|part| part.parse::<u16>().ok());
        let (month, day) = (u8::try_from(month?).ok()?, u8::try_from(day?).ok()?);
        moments.day(Date::try_new_gregorian(year?.into(), month, day).ok()?)
    }
}

impl Moments {
    fn moment(&self, utc: OffsetDateTime) -> Option<String> {
        let date = Date::try_new_gregorian(utc.year(), utc.month().into(), utc.day()).ok()?;
        let time = Time::try_new(utc.hour(), utc.minute(), utc.second(), 0).ok()?;
        let said = match self {
            Self::Gregorian { moment, .. } => moment.format(&DateTime { date, time }).to_string(),
            Self::Persian { moment, .. } => {
                let date = date.to_calendar(Persian);
                moment.format(&DateTime { date, time }).to_string()
            }
        };
        // The data join day and time by a slash in Azerbaijani, which reads as "or".
        Some(format!("{} UTC", said.replace('/', ", ")))
    }

    fn day(&self, date: Date<Gregorian>) -> Option<String> {
        Some(match self {
            Self::Gregorian { day, .. } => day.format(&date).to_string(),
            Self::Persian { day, .. } => day.format(&date.to_calendar(Persian)).to_string(),
        })
    }
}

fn numbers(tag: &str) -> Option<DecimalFormatter> {
    let locale: Locale = tag.parse().ok()?;
    DecimalFormatter::try_new(locale.into(), DecimalFormatterOptions::default()).ok()
}

fn moments(tag: &str) -> Option<Moments> {
    // Days before months, and hours from 0 to 23.
    let tag = if tag == "en" { "en-GB" } else { tag };
    let locale: Locale = format!("{tag}-u-hc-h23").parse().ok()?;
    let (with_time, without) = (
        fieldsets::YMD::long().with_time_hms(),
        fieldsets::YMD::long(),
    );
    if tag == "fa" {
        return Some(Moments::Persian {
            moment: FixedCalendarDateTimeFormatter::try_new((&locale).into(), with_time).ok()?,
            day: FixedCalendarDateTimeFormatter::try_new(locale.into(), without).ok()?,
        });
    }
    Some(Moments::Gregorian {
        moment: FixedCalendarDateTimeFormatter::try_new((&locale).into(), with_time).ok()?,
        day: FixedCalendarDateTimeFormatter::try_new(locale.into(), without).ok()?,
    })
}

/// Numbers inside Fluent's sentences; the bundle keeps one of these for each language.
struct Numbers(Option<DecimalFormatter>);

impl Memoizable for Numbers {
    type Args = ();
    type Error = ();

    fn construct(language: LanguageIdentifier, (): ()) -> Result<Self, ()> {
        Ok(Self(numbers(&language.to_string())))
    }
}

/// Writes whole numbers in sentences; everything else stays as it is.
pub(super) fn in_sentences<M: fluent_bundle::memoizer::MemoizerKind>(
    value: &FluentValue<'_>,
    memoizer: &M,
) -> Option<String> {
    let FluentValue::Number(FluentNumber { value, .. }) = value else {
        return None;
    };
    let digits = value.to_string();
    let decimal = Decimal::from_str(&digits).ok()?;
    memoizer
        .with_try_get_threadsafe::<Numbers, _, _>((), |numbers| {
            numbers
                .0
                .as_ref()
                .map(|formatter| formatter.format(&decimal).to_string())
        })
        .ok()?
}

#[cfg(test)]
mod tests {
    use super::Formats;

    #[test]
    fn numbers_are_grouped_as_the_language_does() {
        for (tag, number) in [
            ("en", "1,234,567"),
            ("fr", "1\u{202f}234\u{202f}567"),
            ("fa", "۱٬۲۳۴٬۵۶۷"),
            ("az", "1.234.567"),
            ("zh", "1,234,567"),
        ] {
            assert_eq!(Formats::of(tag).number(1_234_567), number, "{tag}");
        }
    }

    #[test]
    fn moments_are_in_utc_and_say_so() {
        let moment = |tag, text| Formats::of(tag).moment(text).unwrap();
        assert_eq!(
            moment("en", "2026-11-15T01:30:00+01:30"),
            "15 November 2026 at 00:00:00 UTC"
        );
        assert_eq!(moment("en", "2026-11-15"), "15 November 2026");
        assert!(moment("fa", "2026-11-15T00:00:00Z").contains("آبان"));
        assert!(moment("ru", "2026-11-15").starts_with("15 ноября 2026"));
        assert_eq!(moment("zh", "2026-11-15"), "2026年11月15日");
        assert_eq!(
            moment("az", "2026-11-15T00:00:00Z"),
            "15 noyabr 2026, 00:00:00 UTC"
        );
    }

    #[test]
    fn what_is_no_moment_is_left_alone() {
        for text in ["", "yesterday", "2026-13-01", "2026-11", "year 12000"] {
            assert_eq!(Formats::of("en").moment(text), None, "{text}");
        }
    }
}
