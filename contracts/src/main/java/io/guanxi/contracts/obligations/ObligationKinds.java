package io.guanxi.contracts.obligations;

/** The kinds of obligation. The list is open: a kind is named after what is owed. */
public final class ObligationKinds {
    public static final String VISIT = "visit";
    public static final String CARE = "care";
    public static final String PROFILE_REFRESH = "profile-refresh";
    public static final String DIRECTORY = "directory";
    public static final String COMPLAINT_ANSWER = "complaint-answer";
    public static final String REVISIT = "revisit";
    public static final String PROPOSAL_FEEDBACK = "proposal-feedback";
    public static final String DELIVERY_NOTICE = "delivery-notice";
    public static final String FOLLOW_UP = "follow-up";
    public static final String QUALIFICATION = "qualification";
    public static final String LICENCE = "licence";
    public static final String DAILY_LOG = "daily-log";
    public static final String ON_SITE_LOG = "on-site-log";
    public static final String CASE_STUDY = "case-study";

    private ObligationKinds() {}
}
