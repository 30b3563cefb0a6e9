//! How far a learner is, when a test may be tried, and what completes a course.

use super::quiz::Tries;
use super::{Course, Lesson};
use crate::domain::moment::{Day, Moment};

/// What somebody has done in a course.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// Ids of lessons declared read; some may be gone from the course since.
    pub read: Vec<String>,
    pub test_passed: bool,
}

impl Progress {
    pub fn has_read(&self, lesson: &Lesson) -> bool {
        self.read.contains(&lesson.id)
    }

    /// How many lessons of the course as it is now.
    pub fn read_of(&self, course: &Course) -> usize {
        course.lessons.iter().filter(|lesson| self.has_read(lesson)).count()
    }

    /// The first lesson not read: where one goes on. None when only the test is left, or nothing.
    pub fn next<'c>(&self, course: &'c Course) -> Option<&'c Lesson> {
        course.lessons.iter().find(|lesson| !self.has_read(lesson))
    }

    /// The one rule: all lessons read, the final test passed.
    pub fn completes(&self, course: &Course) -> bool {
        self.test_passed && self.next(course).is_none()
    }
}

/// Why a test cannot be tried now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotNow {
    /// Lessons are left to read, so many.
    LessonsLeft(usize),
    /// The attempts are used up until this day.
    Until(Day),
    Passed,
}

/// How many attempts are left, or why there are none: after every round of attempts there is a pause, counted from the day of the last.
/// `ended` are the instants of the attempts handed in, oldest first.
pub fn tries_left(tries: Tries, ended: &[Moment], now: Moment) -> Result<u32, NotNow> {
    let used = ended.len() as u32 % tries.attempts;
    match ended.last() {
        Some(last) if used == 0 => {
            let again = last.day().plus_days(i32::try_from(tries.pause_days).unwrap_or(i32::MAX));
            if now.day() < again { Err(NotNow::Until(again)) } else { Ok(tries.attempts) }
        }
        _ => Ok(tries.attempts - used),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: i8, hour: i8) -> Moment {
        Moment::at(Day::new(2026, 3, day).expect("a day"), hour, 0).expect("an hour")
    }

    #[test]
    fn after_each_round_of_attempts_there_is_a_pause() {
        let tries = Tries { attempts: 2, pause_days: 1 };
        let until = |day| Err(NotNow::Until(Day::new(2026, 3, day).expect("a day")));
        let cases = [
            (vec![], at(2, 9), Ok(2)),
            (vec![at(2, 9)], at(2, 10), Ok(1)),
            (vec![at(2, 9), at(2, 10)], at(2, 11), until(3)),
            (vec![at(2, 9), at(2, 23)], at(3, 0), Ok(2)),
            (vec![at(2, 9), at(2, 10), at(3, 9)], at(3, 10), Ok(1)),
            (vec![at(2, 9), at(2, 10), at(3, 9), at(5, 9)], at(5, 10), until(6)),
        ];
        for (ended, now, expected) in cases {
            assert_eq!(tries_left(tries, &ended, now), expected, "{ended:?}");
        }
    }
}
