//! Ids in addresses: whatever has not the shape of an id leads nowhere.

use rocket::request::FromParam;

use crate::domain::ids::{
    AppointmentId, AssessmentId, CertificateId, ClassDayId, EditionId, EnrolmentId, EnteId, Id, ImportId, LetterId, MailingId, PersonId,
    RatingId, RegistrationId, SeminarId, SessionId,
};
use crate::domain::ids::{ClassSessionId, MaterialId, PresenceLogId, QuizAttemptId, RegisterScanId, SurveyId};
use crate::domain::ids::{DocumentId, FaqId, UploadId, WebLinkId};
use crate::domain::ids::{ExpertAnswerId, ForumDayId, ForumPostId, QuestionAttachmentId, QuestionId};
use crate::domain::ids::{ReleaseId, SuspensionId, TestimonialId};

macro_rules! params {
    ($($id:ty),*) => { $(
        impl<'a> FromParam<'a> for $id {
            type Error = &'a str;

            fn from_param(param: &'a str) -> Result<Self, &'a str> {
                Self::parse(param).ok_or(param)
            }
        }
    )* };
}
params!(
    AppointmentId,
    AssessmentId,
    ClassDayId,
    EditionId,
    CertificateId,
    EnrolmentId,
    EnteId,
    ImportId,
    LetterId,
    MailingId,
    PersonId,
    RatingId,
    RegistrationId,
    SeminarId,
    SessionId,
    WebLinkId
);
params!(ClassSessionId, MaterialId, PresenceLogId, QuizAttemptId, RegisterScanId, SurveyId);
params!(ExpertAnswerId, ForumDayId, ForumPostId, QuestionAttachmentId, QuestionId);
params!(ReleaseId, SuspensionId, TestimonialId);
params!(DocumentId, FaqId, UploadId);
