//! Examples of requests and answers. Those of answers are what the handlers write; the tests compare them.

use serde_json::Value;
use utoipa::openapi::{Content, OpenApi, RefOr};

use super::completion::operations;

/// Bodies that the operation takes.
const REQUESTS: &[(&str, &str)] = &[
    ("register", include_str!("examples/register.request.json")),
    ("signIn", include_str!("examples/signIn.request.json")),
    ("changePassword", include_str!("examples/changePassword.request.json")),
    ("resetPassword", include_str!("examples/resetPassword.request.json")),
    (
        "beginSecondFactor",
        include_str!("examples/beginSecondFactor.request.json"),
    ),
    (
        "confirmSecondFactor",
        include_str!("examples/confirmSecondFactor.request.json"),
    ),
    (
        "renewRecoveryCodes",
        include_str!("examples/renewRecoveryCodes.request.json"),
    ),
    (
        "removeSecondFactor",
        include_str!("examples/removeSecondFactor.request.json"),
    ),
    ("updateAccount", include_str!("examples/updateAccount.request.json")),
    ("setPreferences", include_str!("examples/setPreferences.request.json")),
    ("setDigest", include_str!("examples/setDigest.request.json")),
    ("createApiKey", include_str!("examples/createApiKey.request.json")),
    ("createUser", include_str!("examples/createUser.request.json")),
    ("updateUser", include_str!("examples/updateUser.request.json")),
    (
        "createProduction",
        include_str!("examples/createProduction.request.json"),
    ),
    (
        "updateProduction",
        include_str!("examples/updateProduction.request.json"),
    ),
    ("setTargets", include_str!("examples/setTargets.request.json")),
    (
        "distributeTargets",
        include_str!("examples/distributeTargets.request.json"),
    ),
    ("copyTargets", include_str!("examples/copyTargets.request.json")),
    (
        "setMarketingWeeks",
        include_str!("examples/setMarketingWeeks.request.json"),
    ),
    (
        "setCalendarNotes",
        include_str!("examples/setCalendarNotes.request.json"),
    ),
    ("setMonthlyNotes", include_str!("examples/setMonthlyNotes.request.json")),
    ("createCampaign", include_str!("examples/createCampaign.request.json")),
    ("updateCampaign", include_str!("examples/updateCampaign.request.json")),
    (
        "setProductionKopis",
        include_str!("examples/setProductionKopis.request.json"),
    ),
    ("setLayout", include_str!("examples/setLayout.request.json")),
    (
        "setProductionLayout",
        include_str!("examples/setProductionLayout.request.json"),
    ),
    ("readNotices", include_str!("examples/readNotices.request.json")),
    ("setAlertMutes", include_str!("examples/setAlertMutes.request.json")),
    ("createSource", include_str!("examples/createSource.request.json")),
    ("updateSource", include_str!("examples/updateSource.request.json")),
    ("runSource", include_str!("examples/runSource.request.json")),
    ("testSource", include_str!("examples/testSource.request.json")),
    ("discardArrival", include_str!("examples/discardArrival.request.json")),
    ("saveRecipe", include_str!("examples/saveRecipe.request.json")),
    ("createSchedule", include_str!("examples/createSchedule.request.json")),
    ("updateSchedule", include_str!("examples/updateSchedule.request.json")),
    (
        "createDestination",
        include_str!("examples/createDestination.request.json"),
    ),
    (
        "updateDestination",
        include_str!("examples/updateDestination.request.json"),
    ),
    ("sendMessage", include_str!("examples/sendMessage.request.json")),
    ("tryWhatIf", include_str!("examples/tryWhatIf.request.json")),
];

macro_rules! answers {
    ($($operation:literal $status:literal,)+) => {
        &[$((
            $operation,
            $status,
            include_str!(concat!("examples/", $operation, ".", $status, ".json")),
        ),)+]
    };
}

/// Bodies that the operation answers.
const ANSWERS: &[(&str, &str, &str)] = answers![
    "getReadiness" "200",
    "signIn" "200",
    "getAccount" "200",
    "updateAccount" "200",
    "listSessions" "200",
    "listApiKeys" "200",
    "createApiKey" "201",
    "getSecondFactor" "200",
    "confirmSecondFactor" "200",
    "renewRecoveryCodes" "200",
    "listNewSignIns" "200",
    "getPreferences" "200",
    "setPreferences" "200",
    "getDigest" "200",
    "setDigest" "200",
    "getSecondFactorOfUser" "200",
    "listUsers" "200",
    "createUser" "201",
    "getUser" "200",
    "updateUser" "200",
    "updateUser" "412",
    "createResetLink" "201",
    "deleteWaitingUsers" "200",
    "listAuditEntries" "200",
    "listCampaigns" "200",
    "createCampaign" "201",
    "updateCampaign" "200",
    "getProductionKopis" "200",
    "setProductionKopis" "200",
    "suggestProductionKopis" "200",
    "listHolidays" "200",
    "getLayout" "200",
    "setLayout" "200",
    "getProductionLayout" "200",
    "setProductionLayout" "200",
    "listProductions" "200",
    "createProduction" "201",
    "createProduction" "422",
    "getProduction" "200",
    "getProduction" "404",
    "updateProduction" "200",
    "updateProduction" "409",
    "updateProduction" "412",
    "deleteProduction" "409",
    "importProductions" "200",
    "importProductions" "201",
    "importProductions" "422",
    "getTargets" "200",
    "setTargets" "200",
    "distributeTargets" "200",
    "copyTargets" "200",
    "importTargets" "200",
    "getMarketingWeeks" "200",
    "setMarketingWeeks" "200",
    "getMarketingWeeksHistory" "200",
    "getCalendarNotes" "200",
    "setCalendarNotes" "200",
    "getCalendarNotesHistory" "200",
    "getMonthlyNotes" "200",
    "setMonthlyNotes" "200",
    "getMonthlyNotesHistory" "200",
    "createUpload" "200",
    "createUpload" "202",
    "createUpload" "422",
    "listUploads" "200",
    "getUpload" "200",
    "withdrawUpload" "200",
    "withdrawUpload" "409",
    "listJobs" "200",
    "retryJob" "200",
    "getSystem" "200",
    "listNotices" "200",
    "readNotices" "200",
    "listAlerts" "200",
    "getAlertMutes" "200",
    "getBackups" "200",
    "setAlertMutes" "200",
    "getCollectionOptions" "200",
    "listSources" "200",
    "createSource" "201",
    "getSource" "200",
    "updateSource" "200",
    "pauseSource" "200",
    "resumeSource" "200",
    "runSource" "200",
    "runSource" "202",
    "testSource" "200",
    "testSource" "202",
    "listCollectionRuns" "200",
    "getCollectionRun" "200",
    "cancelCollectionRun" "200",
    "listArrivals" "200",
    "getArrival" "200",
    "confirmArrival" "200",
    "discardArrival" "200",
    "listRecipes" "200",
    "getRecipe" "200",
    "saveRecipe" "200",
    "listRecipeVersions" "200",
    "listSchedules" "200",
    "createSchedule" "201",
    "getSchedule" "200",
    "updateSchedule" "200",
    "pauseSchedule" "200",
    "resumeSchedule" "200",
    "runSchedule" "202",
    "listScheduleRuns" "200",
    "listDestinations" "200",
    "createDestination" "201",
    "getDestination" "200",
    "updateDestination" "200",
    "testDestination" "202",
    "previewMessage" "200",
    "sendMessage" "202",
    "listDeliveries" "200",
    "getDelivery" "200",
    "retryDelivery" "200",
    "listReports" "200",
    "tryWhatIf" "200",
];

/// Puts the examples beside the schemas.
pub(super) fn add(document: &mut OpenApi) {
    for (id, operation) in operations(document) {
        let request = REQUESTS.iter().find(|(of, _)| *of == id);
        if let Some((_, example)) = request
            && let Some(RefOr::T(body)) = &mut operation.request_body
        {
            body.content.values_mut().for_each(|content| show(content, example));
        }
        for (_, status, example) in ANSWERS.iter().filter(|(of, ..)| *of == id) {
            if let Some(RefOr::T(answer)) = operation.responses.responses.get_mut(*status) {
                answer.content.values_mut().for_each(|content| show(content, example));
            }
        }
    }
}

fn show(content: &mut RefOr<Content>, example: &str) {
    if let RefOr::T(content) = content {
        let value: Value = serde_json::from_str(example).expect("an example is JSON");
        content.example = Some(value);
    }
}
