//! Documents of the library: what everybody reads, and the forms of those who publish.

use super::samples::{Sample, empty, page};

pub const SAMPLES: &[Sample] = &[
    page("/documenti", |_| "/documenti".into()),
    page("/documenti.atom", |_| "/documenti.atom".into()),
    page("/documenti/<id>", |s| format!("/documenti/{}", s.document)),
    page("/documenti/<id>/file", |s| format!("/documenti/{}/file", s.document)),
    page("/documenti/<id>/versioni/<number>", |s| format!("/documenti/{}/versioni/1", s.document)),
    page("/area/documenti", |_| "/area/documenti".into()),
    page("/area/documenti/nuovo", |_| "/area/documenti/nuovo".into()),
    empty("/area/documenti/nuovo", |_| "/area/documenti/nuovo".into()),
    page("/area/documenti/<id>", |s| format!("/area/documenti/{}", s.document)),
    empty("/area/documenti/<id>", |s| format!("/area/documenti/{}", s.document)),
    empty("/area/documenti/<id>/versione", |s| format!("/area/documenti/{}/versione", s.document)),
    page("/area/documenti/collegamenti", |_| "/area/documenti/collegamenti".into()),
    empty("/area/documenti/collegamenti/<id>/verifica", |s| format!("/area/documenti/collegamenti/{}/verifica", s.document)),
    empty("/area/documenti/collegamenti/<id>/visto", |s| format!("/area/documenti/collegamenti/{}/visto", s.link)),
    empty("/area/documenti/<id>/ritiro", |s| format!("/area/documenti/{}/ritiro", s.document)),
];
