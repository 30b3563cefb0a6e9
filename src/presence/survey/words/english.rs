//! Surveys in English.

use super::Words;

pub const WORDS: Words = Words {
    surveys: "Questionnaires",
    surveys_lead: "Your opinion on the days you took part in: anonymous, a few minutes.",
    none: "There are no questionnaires to answer.",
    own_seminars: "My seminars",
    answer: "Answer the questionnaire",
    until: |day| format!("It can be answered until {day}."),
    anonymous: "Answers are anonymous: all that is written down is that you have answered, so as not to ask you twice; of what you answer \
                only sums and texts are kept, without name, body or date.",
    group: |least| {
        format!(
            "Results are read only once it is closed, and only if at least {least} people have answered. Do not write names in free texts."
        )
    },
    once: "You answer once: after sending, nothing can be changed, because nobody knows which answer is yours.",
    send: "Send the answers",
    empty: "Answer one question at least.",
    thanks: "Thank you: your answers have been added to those of the others.",
    answered: "You have answered this questionnaire already: thank you.",
    closed: "The questionnaire is closed: it cannot be answered any more.",
    day: "Satisfaction with the day",
    later: "Three months after the day",
    day_subject: |title| format!("How did it go? “{title}”"),
    day_asked: |title, day| {
        format!(
            "You took part in the day “{title}”, {day}. Would you tell us in five minutes how it went, and whether it is useful for your work?"
        )
    },
    later_subject: |title| format!("What do you use of “{title}”?"),
    later_asked: |title, day| {
        format!(
            "Three months ago you took part in the day “{title}”, {day}. Would you tell us in three minutes what of it you use in your work?"
        )
    },
    reminder_subject: |title| format!("Still time: your opinion on “{title}”"),
    reminder: |title, day| {
        format!("You have not answered the questionnaire on the day “{title}”, {day}, yet. We remind you this once only.")
    },
    figures: "Satisfaction",
    figures_lead: "What those who took part answered, all together. Nobody can know who answered what.",
    enrolled: "Enrolled",
    present: "Present",
    hours: "Hours of presence",
    answered_of: |answers, asked| format!("{answers} answers out of {asked}"),
    not_yet: "The questionnaire opens by itself at the end of the day, and a second time three months later.",
    not_yet_any: "There is no questionnaire yet: they open by themselves at the end of each day, and a second time three months later.",
    no_questionnaire: "The questionnaire that was answered is no longer installed: the results cannot be shown.",
    still_open: |day| {
        format!(
            "It can be answered until {day}. Results are seen afterwards: if they changed from day to day, one could tell who answered what."
        )
    },
    too_few: |least| format!("Fewer than {least} people answered: results are not shown, because one could tell who answered what."),
    too_few_here: |least| format!("Fewer than {least} people answered this question: its result is not shown."),
    too_few_short: "too few answers to show them",
    no_texts: "Nobody wrote anything.",
    texts_order: "Texts are in alphabetical order, not in that in which they came.",
    caption: |question, answers| format!("Question {question}: {answers} answered"),
    days_caption: "Days with a questionnaire",
    total_lead: |least| {
        format!(
            "Below, the sums of all days whose results can be shown. Those with fewer than {least} answers are in no sum: nobody finds them by subtraction."
        )
    },
    total_of: |days, answers| match days {
        1 => format!("One day, {answers} answers."),
        _ => format!("{days} days, {answers} answers."),
    },
    xlsx: "Download XLSX",
    csv: "Download CSV",
    dont_know: "Don’t know",
    not_applicable: "Not applicable",
    column_day: "Day",
    column_seminar: "Seminar",
    column_survey: "Questionnaire",
    column_number: "Question",
    column_question: "Text of the question",
    column_answer: "Answer",
    column_count: "How many",
    column_share: "Share",
    column_answers: "Answers",
};
