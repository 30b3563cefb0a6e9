//! The courses shipped with the product are guarded like code.

use affianca::domain::course::text::{self, Block};
use affianca::domain::course::{Course, Theme};
use affianca::platform::courseware;

fn shipped() -> Vec<Course> {
    courseware::shipped().iter().map(|folder| folder.parse().unwrap_or_else(|faults| panic!("{}: {faults:#?}", folder.shown))).collect()
}

#[test]
fn there_is_one_for_each_theme_of_the_seminars() {
    let courses = shipped();
    for theme in [Theme::Models, Theme::Registry] {
        assert!(courses.iter().any(|course| course.theme == theme), "{theme:?}");
    }
    for course in &courses {
        assert!(course.lessons.len() >= 6, "{}", course.id);
        assert!(course.sources.len() >= 3, "{}", course.id);
    }
}

#[test]
fn a_pool_has_at_least_twice_what_is_drawn() {
    for course in shipped() {
        assert!(!course.test.pools.is_empty(), "{}", course.id);
        for pool in &course.test.pools {
            let held = course.test.items.iter().filter(|item| item.pool.as_ref() == Some(&pool.id)).count();
            assert!(held >= 2 * pool.draw, "{}: {held} of {}", pool.id, pool.draw);
        }
    }
}

#[test]
fn every_lesson_helps_somebody_at_work() {
    for course in shipped() {
        for lesson in &course.lessons {
            let words = text::words(&lesson.blocks).split_whitespace().count();
            let place = format!("{} {}", course.id, lesson.id);
            assert!((180..=900).contains(&words), "{place}: {words} words");
            // Twice as slow as one reads a novel, and room for the quiz.
            assert!(f64::from(lesson.minutes) >= words as f64 / 120.0, "{place}: {words} words in {} minutes", lesson.minutes);
            let mut headings = 0;
            text::each(&lesson.blocks, &mut |block| headings += usize::from(matches!(block, Block::Heading { .. })));
            assert!(headings >= 2, "{place}");
        }
    }
}

/// Words that would tell a comune it must associate, or quote the sizes of a rule that lapsed (the domain's rule).
#[test]
fn no_duty_to_associate_is_told() {
    for course in shipped() {
        for lesson in &course.lessons {
            let words = text::words(&lesson.blocks).to_lowercase();
            for told in [
                "deve associarsi",
                "devono associarsi",
                "è tenuto ad associarsi",
                "sono tenuti ad associarsi",
                "3.000 abitanti",
                "5.000 abitanti",
            ] {
                assert!(!words.contains(told), "{} {}: {told}", course.id, lesson.id);
            }
        }
    }
}

#[test]
fn questions_and_comments_are_written_with_care() {
    const CARELESS: [&str; 9] = ["  ", " ,", " .", "perchè", "nè ", "qual'è", "pò", "E'", ".."];
    let mut found = Vec::new();
    for course in shipped() {
        let quizzes = course.lessons.iter().filter_map(|lesson| lesson.quiz.as_ref()).chain([&course.test]);
        for item in quizzes.flat_map(|quiz| &quiz.items) {
            let options = item.question.kind.choices().iter().map(|option| &option.text);
            for text in options.chain(item.feedback.values()).chain([&item.question.text]) {
                found.extend(CARELESS.iter().filter(|part| text.contains(*part)).map(|part| format!("{part:?} in {text}")));
            }
            for text in item.feedback.values() {
                assert!(text.ends_with('.'), "{}: {text}", item.question.id);
            }
        }
        for lesson in &course.lessons {
            let words = text::words(&lesson.blocks);
            found.extend(CARELESS.iter().filter(|part| words.contains(*part)).map(|part| format!("{part:?} in {}", lesson.id)));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}
