//! The first page, the personal area and the pages of every public site, in English.

use super::{Part, Words, listed, minutes_en};

pub(super) const EN: Words = Words {
    home: "Home",
    home_title: "Beside small municipalities",
    home_lead: |name| {
        format!(
            "{name} helps small municipalities understand how they are organised to welcome and integrate foreign citizens, and what is worth improving first."
        )
    },
    door: "Self-assessment",
    door_text: |questions, minutes| {
        format!(
            "{questions} questions on your organisation and your services, {} in all. You can stop whenever you like and resume where you were.",
            minutes_en(minutes)
        )
    },
    door_report: "At the end you have a report to bring to your executive: where you are today and where to begin.",
    door_how: "How it works",
    door_print: "Print the questionnaire",
    door_enter: "Go to your area",
    seminars: "Seminars",
    seminars_text: "Free class days in several towns, on the themes of the programme.",
    seminars_next: |when, city| format!("The next one: {when}, {city}."),
    seminars_online: "online",
    seminars_none: "No class days are planned at the moment: new dates appear here.",
    seminars_look: "Go to the class day",
    seminars_all: "All class days",
    told: "Those who have been there",
    told_all: "All testimonials",
    documents: "Documents",
    documents_all: "All documents",
    done_by: "Who has done it",
    done_by_text: |regions| match (regions.iter().map(|(_, n)| n).sum(), regions) {
        (0, _) => "No body has closed its assessment yet: you can be the first.".into(),
        (1, [(region, _), ..]) => format!("So far one body has completed it, in {region}."),
        (n, [(region, _)]) => format!("So far {n} bodies have completed it, all in {region}."),
        (n, _) => format!("So far {n} bodies have completed it: {}.", listed(regions, "and", |region| format!("in {region}"))),
    },
    whose: "Whose service this is",
    whose_text: |owner| format!("This service belongs to {owner}."),
    whose_nobody: "Whoever runs this service has not given a name yet.",
    signed_out: "You have signed out. The answers you saved are safe.",
    erased: "Your data have been erased and your account is closed.",
    area: "Personal area",
    next: "The next step",
    open_title: "Open your assessment",
    open_text: |questions, minutes| {
        format!(
            "There are {questions} questions, {} in all, in as many sittings as you like. Once it is open, your colleagues can answer too.",
            minutes_en(minutes)
        )
    },
    open_button: "Go to the self-assessment",
    unready_title: "The assessment cannot be opened yet",
    unready_text: "The questionnaire of this edition is not available at the moment. It is not your fault: tell the programme office.",
    unready_button: "Ask for help",
    wait_title: "The assessment is not open yet",
    wait_text: "Your body’s contact person for the Plan opens it. Meanwhile you can read the questions and prepare the data.",
    wait_button: "Read the questionnaire",
    resume_title: "Resume your assessment",
    begin_title: "Begin to answer",
    resume_text: |answered, asked, section, minutes| {
        format!(
            "You have answered {answered} questions of {asked}. You go on from the section “{section}”; {} are left.",
            minutes_en(minutes)
        )
    },
    begin_text: |asked, section, minutes| {
        format!("The assessment is open: {asked} questions, {}. You begin with the section “{section}”.", minutes_en(minutes))
    },
    resume_button: "Resume the assessment",
    begin_button: "Begin",
    close_title: "Read it again and close the assessment",
    close_text: "You have answered all questions. Closing it gives you the report.",
    close_text_member: "You have answered all questions: it remains to read them again. The contact person for the Plan closes it.",
    close_button: "Go to the summary",
    read_title: "Read the report",
    read_text: |when| format!("The assessment was closed on {when}. The report says where you are and where to begin."),
    read_button: "Read the report",
    all_of_it: "All assessments of your body",
    colleagues: "Who works with you",
    colleagues_caption: |ente| match ente {
        "" => "Who acts for your body".into(),
        ente => format!("Who acts for {ente}"),
    },
    column_name: "Name",
    column_capacity: "Position",
    column_activity: "In the assessment",
    you: "(you)",
    no_answer_yet: "no answer yet",
    alone: "For now you are the only one who acts for this body.",
    add_colleagues: "A colleague can register by themselves, or be invited by the contact person of the body.",
    invite_colleagues: "Invite colleagues, and see who acts for the body",
    waiting_title: "A request of yours is waiting",
    waiting_text: |enti| format!("You have asked to act for {enti}: those who approve were told."),
    waiting_button: "See where it stands",
    coming_title: "The next classroom day",
    coming_seated: |title, when| format!("You are enrolled for “{title}”, {when}."),
    coming_offered: |title, when| format!("There is a seat for you at “{title}”, {when}: accept or decline it."),
    coming_waiting: |title, when| format!("You are on the waiting list of “{title}”, {when}."),
    coming_button: "My seminars",
    told_waits_title: "A testimonial waits for your answer",
    told_waits_text: |count| match count {
        1 => "Read the version you were sent: approve it, or ask for corrections. Without your word it is not published.".to_owned(),
        _ => format!("You have {count} versions to read: approve them, or ask for corrections. Without your word they are not published."),
    },
    told_waits_button: "Read and answer",
    teaching_title: "Your giornate d’aula",
    teaching_text: "Lists, codes, registers, materials and hours of teaching. The menu also leads to testimonials and documents to prepare.",
    teaching_button: "Go to the days",
    surveys_title: "Your opinion",
    surveys_text: |count| match count {
        1 => "There is a questionnaire on a day you took part in: anonymous, a few minutes.".to_owned(),
        _ => format!("There are {count} questionnaires on days you took part in: anonymous, a few minutes."),
    },
    surveys_button: "Answer",
    facts_title: "Some details are missing",
    facts_text: "Whoever pays for the edition asks them of everybody who takes part: it takes seconds.",
    facts_button: "Complete them",
    no_appointment_yet: "As soon as your request is approved we write to you, and here you find what to do.",
    ask_appointment: "Ask for an appointment",
    enti_title: "The register of bodies",
    enti_text: "Look up a municipality, add a union or another association, keep its members up to date.",
    enti_button: "Go to the bodies",
    observer_title: "The overall figures",
    observer_text: "Your appointment sees aggregated data: how many bodies have closed an assessment, by region.",
    observer_button: "Go to the statistics",
    administrator_title: "Accounts",
    administrator_text: "Who has an account and in which roles, who did what, when system managers signed in: the three pages are in your menu.",
    administrator_button: "Go to people and roles",
    nothing_title: "Nothing to do here for now",
    nothing_text: |role| {
        format!("Your appointment {role} is on record and asks nothing of you. You may read how the self-assessment works.")
    },
    nothing_button: "How the self-assessment works",
    choose_title: "For whom do you act?",
    choose_text: "The appointment you were using is no longer in force. Choose another one to go on.",
    no_appointment_title: "You have no appointment in force",
    no_appointment_text: "Without an appointment you cannot act for any body. If you expected one, ask whoever runs the service.",
    assistance: "Assistance",
    assistance_lead: "Whom to ask, and the answers to the most common questions.",
    call: "Who answers",
    call_nobody: "The contacts for assistance have not been given yet: ask whoever gave you your account.",
    before_calling: "Before you call",
    before_calling_list: &[
        "If the page shows a code, keep it before you: with it we find out what happened.",
        "Say for which body you act and on which page you were.",
        "Tell nobody your password: assistance never asks for it.",
    ],
    report: "Report a problem",
    report_text: "Write what you wanted to do, what happened, and the code of the page if there was one. At the foot of every page you can also say how clear it is.",
    faq: "Frequently asked questions",
    faq_list: &[
        ("Who sees our answers?", "Only those who act for your body. {titolare} sees overall figures, never your answers."),
        (
            "Can several of us answer?",
            "Yes, even at the same time. If two people change the same answer, the second one sees what the first wrote and chooses which to keep.",
        ),
        (
            "Must we finish in one go?",
            "No. Your answers are saved at every step; when you come back, “Resume the assessment” takes you to the first question without an answer.",
        ),
        (
            "What if the session expires while we are writing?",
            "Sign in again from the page that appears: what you had written is still there and you can save it.",
        ),
        (
            "I work for several municipalities: how do I go from one to the other?",
            "At the top it says “You are acting for”, with “change”. You act for one body at a time, and never see anything of the others.",
        ),
        (
            "What is the difference between “don’t know” and “not applicable”?",
            "“Not applicable” takes the question out of the calculation, when it really does not concern you. “Don’t know” counts as a missing answer, and makes the report less reliable.",
        ),
        (
            "We closed the assessment and there is a mistake: what do we do?",
            "The contact person for the Plan can reopen it, saying why. The closed version stays as it was.",
        ),
        ("I have forgotten my password.", "Ask whoever runs the service, at the contacts on this page."),
    ],
    accessibility: "Accessibility",
    accessibility_parts: &[
        Part {
            id: "come",
            title: "How these pages are made",
            text: &[
                "They are built with the Bootstrap Italia kit and aim to meet WCAG 2.2 at level AA.",
                "Everything works with the keyboard alone and without JavaScript. Charts have a table beside them that says the same. Nothing moves, and nothing expires without your being able to recover what you wrote.",
            ],
        },
        Part {
            id: "verifiche",
            title: "What we check",
            text: &[
                "At every change of the program the pages of the main path go through two automatic checks: axe-core, on a screen 1280 pixels wide and on one of 390, and the HTML validator. An error stops the change.",
            ],
        },
        Part {
            id: "limiti",
            title: "What we do not know yet",
            text: &[
                "Automatic checks find only a part of the problems. Trials with screen readers and with people with disabilities have not been carried out in full yet.",
                "The questions are long and use words of public administration: almost each has a help text that explains them.",
            ],
        },
    ],
    declaration: "Accessibility statement",
    declaration_text: "The statement is published on the site of AGID:",
    no_declaration: "{titolare} has not yet given the address of the statement published on the site of AGID.",
    feedback_channel: "Report an accessibility problem",
    feedback_channel_text: "Tell us which page, what you wanted to do and with which tools. We answer within 30 days; if the answer does not satisfy you, you may turn to the Difensore civico per il digitale.",
    privacy: "Privacy notice",
    privacy_lead: "Which data this service handles, and where they stay.",
    privacy_parts: &[
        Part { id: "titolare", title: "Who is responsible", text: &["The data controller is {titolare}."] },
        Part {
            id: "dati",
            title: "Which data",
            text: &[
                "Of those who have an account: name, username, e-mail address, appointments and position. The password is not kept: only a fingerprint from which it cannot be recovered.",
                "Of the assessment: the body’s answers with notes and acts, and for each who changed it last and when. Names of people and recognisable cases must not be written in notes.",
                "Of opinions on pages: the rate, the answer chosen and the comment, without the name of whoever gives them.",
            ],
        },
        Part {
            id: "chi-vede",
            title: "Who sees them",
            text: &[
                "Answers are seen only by those who act for the same body. {titolare} sees overall figures: how many bodies have closed an assessment, by region.",
                "The program sends no data to other services, and no page loads anything from other sites.",
            ],
        },
        Part {
            id: "cookie",
            title: "Cookies and data in your browser",
            text: &[
                "Two cookies, both technical: one keeps the session open, for seven days at most and for eight hours without activity; the other remembers the language for a year, only if you choose one.",
                "If the connection drops while you answer, the browser keeps what you wrote until it is saved or you sign out.",
                "There are no profiling cookies and no analytics: that is why no box asks for your consent.",
            ],
        },
        Part {
            id: "diritti",
            title: "Your rights",
            text: &[
                "You may ask to see, correct or delete the data about you, and you may turn to the Italian data protection authority (Garante).",
            ],
        },
    ],
    full_notice: "Read the full notice",
    legal: "Legal notes",
    legal_parts: &[
        Part {
            id: "programma",
            title: "The program",
            text: &[
                "Affianca is free software under the EUPL-1.2 licence: it may be used, studied, changed and passed on under the terms of the licence.",
                "It uses Bootstrap Italia (BSD-3-Clause licence) and the typefaces Titillium Web and Lora (SIL OFL 1.1) and Roboto Mono (Apache 2.0).",
            ],
        },
        Part {
            id: "dati",
            title: "Data on municipalities",
            text: &["Names, codes, population and position of municipalities: based on data of ISTAT and Openpolis, CC BY 4.0."],
        },
        Part {
            id: "rapporto",
            title: "What the report is worth",
            text: &[
                "The report describes a position on the basis of the body’s own answers. It is not an evaluation, gives the body no mark, and does not replace legal duties, which are to be checked against the law in force.",
                "The models, weights and thresholds by which it is calculated are a proposal, described in the note on method at its end.",
            ],
        },
        Part {
            id: "contenuti",
            title: "Contents",
            text: &["{titolare} answers for the contents of this site. Links to other sites imply no responsibility for their contents."],
        },
    ],
    statistics: "Usage statistics",
    statistics_lead: "Overall figures on the use of the service: of the answers of a body they say nothing.",
    by_region: "Closed assessments",
    by_region_caption: "Bodies that have closed at least one assessment, by region",
    column_region: "Region",
    column_enti: "Bodies",
    total: "In all",
    nobody_yet: "No body has closed an assessment yet.",
    ratings: "How clear the pages are",
    ratings_caption: "Pages with at least five ratings",
    column_page: "Page",
    column_ratings: "Ratings",
    column_mean: "Mean",
    out_of_five: |mean| format!("{mean} out of 5"),
    ratings_none: "No page has five ratings yet.",
    ratings_few: "Pages with fewer than five ratings are not shown.",
    map: "Site map",
    map_public: "Pages open to everybody",
    map_reserved: "Your pages",
    map_sign_in: "Other pages open after signing in.",
    thanks_title: "Thank you for your rating",
    back: "Back to the page",
    rate_title: "The rating is not complete",
    need_rate: "Choose a rating from 1 to 5.",
    too_long: "The comment is longer than 200 characters: shorten it.",
    owner: "whoever runs the service",
};
