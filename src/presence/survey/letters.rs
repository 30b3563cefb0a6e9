//! What those who are asked are told: that a survey is open, and once more that it still is.

use super::Survey;
use super::words::words;
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::domain::survey::Occasion;
use crate::ui::{dates, paths};

pub fn invitation(lang: Lang, survey: &Survey) -> Letter {
    let (words, day) = (words(lang), dates::weekday(lang, survey.starts_at.day()));
    let (subject, say) = match survey.occasion {
        Occasion::Day => ((words.day_subject)(&survey.title), (words.day_asked)(&survey.title, &day)),
        Occasion::Later => ((words.later_subject)(&survey.title), (words.later_asked)(&survey.title, &day)),
    };
    closing(Letter::new("survey-invitation", lang, subject).say(say), lang, survey)
}

pub fn reminder(lang: Lang, survey: &Survey) -> Letter {
    let (words, day) = (words(lang), dates::weekday(lang, survey.starts_at.day()));
    let letter = Letter::new("survey-reminder", lang, (words.reminder_subject)(&survey.title));
    closing(letter.say((words.reminder)(&survey.title, &day)), lang, survey)
}

fn closing(letter: Letter, lang: Lang, survey: &Survey) -> Letter {
    let words = words(lang);
    let last = dates::weekday(lang, survey.closes_at.plus_minutes(-1).day());
    letter.say((words.until)(&last)).action(words.answer, paths::survey(&survey.id)).say(words.anonymous)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{ClassDayId, Id, SurveyId};
    use crate::ui::mail::specimen::{keep, now};

    fn survey(occasion: Occasion) -> Survey {
        let id = "0192f0c1-2345-7abc-8def-0123456789ab";
        Survey {
            id: SurveyId::parse(id).unwrap(),
            day: ClassDayId::parse(id).unwrap(),
            title: "Organizzarsi in piccolo".into(),
            starts_at: now(),
            occasion,
            questionnaire: occasion.questionnaire().into(),
            version: "1".into(),
            content_hash: String::new(),
            closes_at: occasion.closes(occasion.opens(now())),
        }
    }

    #[test]
    fn every_letter_reads_as_it_did() {
        keep("", |lang| invitation(lang, &survey(Occasion::Day)));
        keep("later", |lang| invitation(lang, &survey(Occasion::Later)));
        keep("", |lang| reminder(lang, &survey(Occasion::Day)));
    }
}
