//! A section's form as a browser without scripts would send it back: every field as the page shows it, changed by hand.

use crate::house::{Answer, Browser};

/// Names and values in the order of the page.
pub struct Form {
    pub action: String,
    pub fields: Vec<(String, String)>,
}

impl Form {
    /// The section's form of a page.
    #[track_caller]
    pub fn of(page: &Answer) -> Form {
        let from = page.body.find("<form class=\"aff-section\"").expect("a section's form");
        let html = &page.body[from..];
        let html = &html[..html.find("</form>").expect("its end")];
        let tag = &html[..html.find('>').unwrap()];
        let action = attribute(tag, "action").unwrap();
        let mut fields = Vec::new();
        let mut rest = html;
        while let Some(at) = rest.find('<') {
            rest = &rest[at + 1..];
            let tag = &rest[..rest.find('>').unwrap_or(rest.len())];
            if let Some(field) = field(tag, rest) {
                fields.push(field);
            }
        }
        Form { action, fields }
    }

    /// Answers a question with one value, or several; what it had is gone.
    pub fn answer(mut self, question: &str, values: &[&str]) -> Form {
        let name = format!("a[{question}]");
        self.fields.retain(|(n, _)| *n != name);
        self.fields.extend(values.iter().map(|v| (name.clone(), (*v).to_owned())));
        self
    }

    /// Sets any field.
    pub fn set(mut self, name: &str, value: &str) -> Form {
        self.fields.retain(|(n, _)| n != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// Presses a button: `continua`, `esci`, or nothing.
    pub async fn send(&self, browser: &Browser<'_>, button: &str) -> Answer {
        let mut fields: Vec<(&str, &str)> = self.fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        fields.push(("poi", button));
        browser.post(&self.action, &fields).await
    }

    pub async fn send_by_script(&self, browser: &Browser<'_>) -> Answer {
        let fields: Vec<(&str, &str)> = self.fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        browser.post_by_script(&self.action, &fields).await
    }
}

fn field(tag: &str, after: &str) -> Option<(String, String)> {
    let name = attribute(tag, "name")?;
    if tag.starts_with("textarea") {
        let text = after.split_once('>')?.1.split("</textarea>").next()?;
        return Some((name, unescaped(text)));
    }
    if !tag.starts_with("input") {
        return None;
    }
    let sent = match attribute(tag, "type")?.as_str() {
        "radio" | "checkbox" => tag.ends_with(" checked") || tag.contains(" checked "),
        _ => true,
    };
    sent.then(|| (name, attribute(tag, "value").unwrap_or_default()))
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let value = tag.split_once(&format!(" {name}=\""))?.1.split('"').next()?;
    Some(unescaped(value))
}

fn unescaped(text: &str) -> String {
    text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}
