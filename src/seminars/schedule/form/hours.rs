//! Days and hours as people type them.

use crate::domain::moment::{Day, Moment, NoSuchHour};

/// What a field with an hour holds, on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    At(Moment),
    Empty,
    Wrong(NoSuchHour),
}

impl Typed {
    pub fn moment(self) -> Option<Moment> {
        match self {
            Typed::At(moment) => Some(moment),
            _ => None,
        }
    }
}

/// `9`, `9.30`, `9:30`, `09:30`: the instant at which Italian clocks show it on the day.
pub fn on(day: Day, text: &str) -> Typed {
    if text.is_empty() {
        return Typed::Empty;
    }
    let (hour, minute) = text.split_once([':', '.', ',']).unwrap_or((text, "00"));
    let figures = |text: &str| text.len() <= 2 && !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !figures(hour) || !figures(minute) || minute.len() != 2 {
        return Typed::Wrong(NoSuchHour::NotAnHour);
    }
    match (hour.parse(), minute.parse()) {
        (Ok(hour), Ok(minute)) => Moment::on_the_clock(day, hour, minute).map_or_else(Typed::Wrong, Typed::At),
        _ => Typed::Wrong(NoSuchHour::NotAnHour),
    }
}

/// `09:30`, as a field for hours wants it.
pub fn shown(moment: Moment) -> String {
    let at = moment.in_italy();
    format!("{:02}:{:02}", at.hour(), at.minute())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_people_write_them() {
        let day = Day::new(2027, 3, 28).unwrap();
        let nine = Moment::at(day, 9, 0).unwrap();
        for text in ["9", "09", "9.00", "9:00", "09:00", "9,00"] {
            assert_eq!(on(day, text), Typed::At(nine), "{text}");
        }
        assert_eq!(shown(nine), "09:00");
        assert_eq!(on(day, ""), Typed::Empty);
        for text in ["25:00", "9:60", "9:5", "nove", "9:00:00", "-9", "9h", "+9"] {
            assert_eq!(on(day, text), Typed::Wrong(NoSuchHour::NotAnHour), "{text}");
        }
        assert_eq!(on(day, "2.30"), Typed::Wrong(NoSuchHour::Skipped));
        assert_eq!(on(Day::new(2027, 10, 31).unwrap(), "2.30"), Typed::Wrong(NoSuchHour::Twice));
    }
}
