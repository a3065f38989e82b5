// Made from the description of the API by `npm run describe`: change that, not this.
// biome-ignore-all format: made by a program

/**
 * GP online services in England (v1)
 * How far online services are offered by general practices in England, and how many patients are set up for them and use them. Figures never change within a release.
 */

export type Problem = {
    /**
     * Always `about:blank`: the status says it all.
     */
    type: string;
    /**
     * The status in words.
     */
    title: string;
    /**
     * The HTTP status.
     */
    status: number;
    /**
     * What was wrong, with the value and the nearest known.
     */
    detail: string;
    /**
     * The parameter that was wrong.
     */
    parameter?: string;
    /**
     * Its value, cut where it is long.
     */
    value?: string;
};

export type Meta = {
    /**
     * Id of the release that answers.
     */
    release: string;
    /**
     * Whether its figures were published, or made to show what this does.
     */
    kind: "published" | "illustrative";
    /**
     * What to know before using its figures.
     */
    note: string | null;
    /**
     * When it was made, in UTC.
     * @format date-time
     */
    made_at: string;
    /**
     * First month of the release.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    first_period: string;
    /**
     * Last month of the release.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    last_period: string;
    /**
     * On whose boundaries the figures are.
     */
    boundaries?: "published" | "lookup";
    /**
     * The day of the practice lookup.
     */
    lookup?: string;
    /**
     * How much of each month the practice lookup places.
     */
    placement?: {
        /**
         * Month, as YYYY-MM.
         * @pattern ^\d{4}-(0[1-9]|1[0-2])$
         */
        period: string;
        /**
         * In the extracts of the month.
         */
        practices: number;
        /**
         * Of them, placed by the lookup.
         */
        practices_placed: number;
        /**
         * Of them, not placed by it.
         */
        practices_unplaced: number;
        /**
         * In the extracts of the month.
         */
        registered: number;
        /**
         * Of them, placed by the lookup.
         */
        registered_placed: number;
        /**
         * Of them, not placed by it.
         */
        registered_unplaced: number;
        /**
         * Patients placed, in percent.
         */
        share_of_patients_placed: number | null;
        /**
         * Practices in a PCN.
         */
        practices_in_pcn: number;
        /**
         * Their patients.
         */
        registered_in_pcn: number;
        /**
         * Patients of practices in a PCN, in percent.
         */
        share_of_patients_in_pcn: number | null;
    }[];
    /**
     * That a later release is out, and answers where none is named.
     */
    later?: {
        /**
         * Its id.
         */
        release: string;
        /**
         * When it came out, in UTC; none where that was not kept.
         * @format date-time
         */
        published_at: string | null;
        /**
         * The same as a sentence.
         */
        sentence: string;
    };
    /**
     * The next release that is announced.
     */
    next_release?: {
        /**
         * Its latest month.
         * @pattern ^\d{4}-(0[1-9]|1[0-2])$
         */
        period: string;
        /**
         * When it comes out, in UTC.
         * @format date-time
         */
        due_at: string;
        /**
         * Whether the date may change.
         */
        provisional: boolean;
        /**
         * The same as a sentence.
         */
        sentence: string;
    };
    /**
     * That the release was withdrawn: its figures are not to be used.
     */
    withdrawn?: {
        /**
         * When, in UTC.
         * @format date-time
         */
        withdrawn_at: string;
        /**
         * Why.
         */
        reason: string;
        /**
         * The same as a sentence.
         */
        sentence: string;
    };
    /**
     * What was said of the release after it was published.
     */
    notices?: {
        /**
         * When, in UTC.
         * @format date-time
         */
        noticed_at: string;
        /**
         * What kind of notice it is.
         */
        kind: "correction" | "note" | "quality";
        /**
         * The notice.
         */
        text: string;
        /**
         * Measure; none for all.
         */
        measure: string | null;
        /**
         * Place; none for all.
         */
        area: string | null;
        /**
         * Month; none for all.
         * @pattern ^\d{4}-(0[1-9]|1[0-2])$
         */
        period: string | null;
        /**
         * The same with its day, as a sentence.
         */
        sentence: string;
    }[];
};

export type TableMeta = Meta & {
    /**
     * Rows of the whole answer, all its pages together; not there where a page ends before they are counted.
     */
    total?: number;
    /**
     * Cursor of the next page, where there is one.
     */
    next?: string;
};

export type IndexAnswer = {
    data: {
        /**
         * Path of the endpoint.
         */
        path: string;
        /**
         * What it answers.
         */
        summary: string;
        /**
         * An address that answers.
         */
        example: string;
    }[];
    meta: Meta;
};

export type ReleasesRow = {
    /**
     * Id: last month and number, as in 2018-09.1.
     */
    release: string;
    /**
     * Whether its figures were published, or made to show what this does.
     */
    kind: "published" | "illustrative";
    /**
     * Whether it answers where no release is named.
     */
    current: boolean;
    /**
     * When it was made, in UTC.
     * @format date-time
     */
    made_at: string;
    /**
     * First month.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    first_period: string;
    /**
     * Last month.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    last_period: string;
    /**
     * Number of months.
     */
    months: number;
    /**
     * Practices in the extracts of the last month.
     */
    practices: number;
    /**
     * What to know before using it.
     */
    note: string | null;
    /**
     * How many doubts about it were accepted: `/acceptances` says which, and why.
     */
    acceptances: number;
    /**
     * Ids of measures it was made without, separated by commas; they are `[z]` throughout.
     */
    measures_lacking: string | null;
    /**
     * Ids of measures in it that this software does not know and never shows.
     */
    measures_unknown: string | null;
    /**
     * The size of its file, `/releases/{release}/release.duckdb`.
     */
    bytes: number;
    /**
     * The SHA-256 of that file, as it was when the release was made.
     * @pattern ^[0-9a-f]{64}$
     */
    sha256: string | null;
};

export type ReleasesAnswer = {
    data: ReleasesRow[];
    meta: TableMeta;
};

export type CalendarRow = {
    /**
     * Stays the same through every change of an announcement.
     */
    item: string;
    /**
     * The latest month of the release.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * Where it is: `late` is due and not out yet.
     */
    state: "provisional" | "announced" | "late" | "cancelled" | "published" | "withdrawn";
    /**
     * When it was or is to come out, in UTC; none where it was not announced.
     * @format date-time
     */
    due_at: string | null;
    /**
     * When this was last changed, in UTC.
     * @format date-time
     */
    changed_at: string;
    /**
     * How often it was changed.
     */
    sequence: number;
    /**
     * Id of the release, once out.
     */
    release: string | null;
    /**
     * When it came out, in UTC.
     * @format date-time
     */
    published_at: string | null;
    /**
     * When it was to come before, in UTC, separated by commas.
     */
    former_dates: string | null;
    /**
     * Why it was moved, cancelled or withdrawn.
     */
    reasons: string | null;
    /**
     * What was said of it after it was published.
     */
    notices: string | null;
    /**
     * Who sees or saw the figures before they are published, and from when.
     */
    early_access: string | null;
    /**
     * The same in plain English.
     */
    sentence: string;
};

export type CalendarAnswer = {
    data: CalendarRow[];
    meta: TableMeta;
};

export type MeasuresRow = {
    /**
     * Id, as the parameter `measure` takes it.
     */
    id: string;
    /**
     * The online service; `any` is at least one of them.
     */
    service: "records" | "appointments" | "prescriptions" | "any";
    /**
     * The step of uptake: offered, enabled, accessed or use.
     */
    stage: "offered" | "enabled" | "accessed" | "use";
    /**
     * What its values are in.
     */
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    /**
     * Title, as charts carry it.
     */
    title: string;
    /**
     * What patients could do, were set up for or did.
     */
    phrase: string;
    /**
     * What the numerator counts.
     */
    numerator_label: string;
    /**
     * What the denominator counts.
     */
    denominator_label: string;
    /**
     * How it is counted.
     */
    description: string;
    /**
     * Why it matters.
     */
    why_it_matters: string;
    /**
     * Whether higher is better or lower, or no judgement.
     */
    polarity: "higher is better" | "lower is better" | "none";
    /**
     * Column in the wide files of 2014 to 2017.
     */
    published_as_wide: string | null;
    /**
     * Field in the long files from 2018.
     */
    published_as_long: string | null;
    /**
     * First month with it.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    first_period: string | null;
    /**
     * Last month with it.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    last_period: string | null;
    /**
     * What it counts.
     */
    counts: "patients" | "practices" | "transactions";
    /**
     * Whether it counts the same people or practices month after month, so that its changes and not its level tell what is usual.
     */
    stock: boolean;
    /**
     * The least difference between two values that is worth a word, in the unit: a judgement, not a statistic. Beside a value below four times as much, it is a quarter of that value. None for rates, whose differences are not judged.
     */
    least_difference: number | null;
};

export type MeasuresAnswer = {
    data: MeasuresRow[];
    meta: TableMeta;
};

export type PeriodsRow = {
    /**
     * Month, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * Practices in the extracts of the month.
     */
    practices: number;
    /**
     * Patients registered at these practices.
     */
    registered: number | null;
    /**
     * Ids of the measures in it, separated by commas.
     */
    measures: string;
};

export type PeriodsAnswer = {
    data: PeriodsRow[];
    meta: TableMeta;
};

export type AreasRow = {
    /**
     * Level of the place.
     */
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    /**
     * Its code.
     */
    area_code: string;
    /**
     * Its latest name.
     */
    area_name: string;
    /**
     * Its region.
     */
    region_code: string | null;
    /**
     * Its subregion.
     */
    subregion_code: string | null;
    /**
     * Its STP (since July 2022 ICB), by the practice lookup.
     */
    stp_code: string | null;
    /**
     * Its CCG.
     */
    ccg_code: string | null;
    /**
     * Its PCN, by the practice lookup; none where the practice is in none.
     */
    pcn_code: string | null;
    /**
     * Its ONS code, where the practice lookup gives it.
     */
    ons_code: string | null;
    /**
     * First month it appears in.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    first_period: string;
    /**
     * Last month it appears in.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    last_period: string;
    /**
     * Registered patients in its last month.
     */
    registered: number | null;
};

export type AreasAnswer = {
    data: AreasRow[];
    meta: TableMeta;
};

export type SourcesRow = {
    /**
     * Number of the file in this release.
     */
    file_id: number;
    /**
     * Name of the file.
     */
    name: string;
    /**
     * SHA-256 of the file as it was given.
     * @pattern ^[0-9a-f]{64}$
     */
    sha256: string;
    /**
     * Its size.
     */
    bytes: number;
    /**
     * Layout it was recognised as.
     */
    layout: string;
    /**
     * Service, for wide files.
     */
    service: string | null;
    /**
     * Data rows.
     */
    rows: number;
    /**
     * Practices.
     */
    practices: number;
    /**
     * First month; none for reference files.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    first_period: string | null;
    /**
     * Last month.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    last_period: string | null;
    /**
     * Bytes of the text that was read: of a packed file, unpacked.
     */
    text_bytes: number;
    /**
     * Address it was downloaded from; none where it was given as a file.
     */
    address: string | null;
};

export type SourcesAnswer = {
    data: SourcesRow[];
    meta: TableMeta;
};

export type SearchRow = {
    /**
     * Level of the place.
     */
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice";
    /**
     * Its code.
     */
    area_code: string;
    /**
     * Its latest name.
     */
    area_name: string;
    /**
     * The area it is in.
     */
    within: string | null;
    /**
     * Last month it appears in.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    last_period: string;
    /**
     * Whether it is in the latest month, and not closed by the register of practices.
     */
    open: boolean;
    /**
     * The day it closed, by the register of practices.
     */
    close_date: string | null;
    /**
     * Its postcode, by the practice lookup or the register.
     */
    postcode: string | null;
    /**
     * How it answers: its code, postcode or name is exactly what was asked, however written (`exact`); its names and what is known of it contain every word (`every_word`); or it is only near, for it lacks a word, has one only with a typing error, or is near a postcode (`near`).
     */
    match: "exact" | "every_word" | "near";
    /**
     * The name of an earlier month by which it was found, where not by its latest.
     */
    former_name: string | null;
    /**
     * The name in the practice lookup or the register by which it was found, where not by its latest.
     */
    other_name: string | null;
    /**
     * Its town, by its address in the register.
     */
    town: string | null;
    /**
     * Supplier of its system in its last month.
     */
    supplier: string | null;
    /**
     * Code of the practice that it may have merged into, as `/lifecycle` reads it from list sizes.
     */
    successor_code: string | null;
    /**
     * Latest name of that practice.
     */
    successor_name: string | null;
};

export type SearchAnswer = {
    data: SearchRow[];
    meta: TableMeta & {
        /**
         * How many were found.
         */
        found: number;
    };
};

export type PracticesCode = {
    /**
     * Its code.
     */
    practice_code: string;
    /**
     * Its latest name.
     */
    practice_name: string;
    /**
     * Code of the region it is in as of its last month.
     */
    region_code: string | null;
    /**
     * Latest name of that region.
     */
    region_name: string | null;
    /**
     * Code of the subregion it is in as of its last month.
     */
    subregion_code: string | null;
    /**
     * Latest name of that subregion.
     */
    subregion_name: string | null;
    /**
     * Code of the STP it is in as of its last month.
     */
    stp_code: string | null;
    /**
     * Latest name of that STP.
     */
    stp_name: string | null;
    /**
     * Code of the CCG it is in as of its last month.
     */
    ccg_code: string | null;
    /**
     * Latest name of that CCG.
     */
    ccg_name: string | null;
    /**
     * Code of the PCN it is in as of its last month.
     */
    pcn_code: string | null;
    /**
     * Latest name of that PCN.
     */
    pcn_name: string | null;
    /**
     * Its postcode, by the practice lookup or the register of practices.
     */
    postcode: string | null;
    /**
     * Its address, by the register.
     */
    address: string | null;
    /**
     * The day it opened, by the register.
     */
    open_date: string | null;
    /**
     * The day it closed, by the register; none where it is open.
     */
    close_date: string | null;
    /**
     * Its status in the register.
     */
    register_status: string | null;
    /**
     * Supplier of its system in its last month.
     */
    supplier: string | null;
    /**
     * Registered patients in its last month.
     */
    registered: number | null;
    /**
     * First month it appears in.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    first_period: string;
    /**
     * Last month it appears in.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    last_period: string;
    /**
     * Whether it is in the latest month, and not closed by the register.
     */
    open: boolean;
    /**
     * Its months in order, as published.
     */
    months: {
        /**
         * Month, as YYYY-MM.
         * @pattern ^\d{4}-(0[1-9]|1[0-2])$
         */
        period: string;
        /**
         * Its name in that month.
         */
        practice_name: string;
        /**
         * Supplier of its system.
         */
        supplier: string | null;
        /**
         * Registered patients.
         */
        registered: number | null;
        /**
         * Its region.
         */
        region_code: string | null;
        /**
         * Its subregion.
         */
        subregion_code: string | null;
        /**
         * Its CCG.
         */
        ccg_code: string | null;
        /**
         * Status of the service: 2 switched on, 1 could but has not, 0 cannot, 9 unknown.
         */
        records_status: number | null;
        /**
         * Patients enabled for it on the last day of the month.
         */
        records_enabled: number | null;
        /**
         * Patients who used it in the month; of the wide files only.
         */
        records_accessed: number | null;
        /**
         * Transactions in the month; of the long files only.
         */
        records_use: number | null;
        /**
         * Status of the service: 2 switched on, 1 could but has not, 0 cannot, 9 unknown.
         */
        appointments_status: number | null;
        /**
         * Patients enabled for it on the last day of the month.
         */
        appointments_enabled: number | null;
        /**
         * Patients who used it in the month; of the wide files only.
         */
        appointments_accessed: number | null;
        /**
         * Transactions in the month; of the long files only.
         */
        appointments_use: number | null;
        /**
         * Status of the service: 2 switched on, 1 could but has not, 0 cannot, 9 unknown.
         */
        prescriptions_status: number | null;
        /**
         * Patients enabled for it on the last day of the month.
         */
        prescriptions_enabled: number | null;
        /**
         * Patients who used it in the month; of the wide files only.
         */
        prescriptions_accessed: number | null;
        /**
         * Transactions in the month; of the long files only.
         */
        prescriptions_use: number | null;
        /**
         * Patients enabled for at least one service.
         */
        any_enabled: number | null;
        /**
         * Transactions of all services in the month.
         */
        any_use: number | null;
        /**
         * Patients newly enabled in the month, as published.
         */
        new_enabled: number | null;
    }[];
};

export type PracticesCodeAnswer = {
    data: PracticesCode;
    meta: Meta;
};

export type LifecycleRow = {
    /**
     * Month, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * The day, where the register of practices gives it.
     */
    date: string | null;
    /**
     * Code of the practice.
     */
    practice_code: string;
    /**
     * Its latest name.
     */
    practice_name: string;
    /**
     * What happened.
     */
    event: "opened" | "closed" | "appeared" | "vanished" | "may_have_merged" | "moved" | "renamed" | "changed_supplier" | "supplier_renamed";
    /**
     * Its name, supplier or CCG before; its own code where it may have merged; the month it was last in, where it came back.
     */
    before: string | null;
    /**
     * Its name, supplier or CCG since; the code of the practice it may have joined; the month it was back in, where it left and came back.
     */
    after: string | null;
    /**
     * Where it comes from.
     */
    source: "extracts" | "register";
    /**
     * The same in words.
     */
    sentence: string;
    /**
     * The month of the extract it is compared with; none for what comes from the register.
     */
    since: string | null;
};

export type LifecycleAnswer = {
    data: LifecycleRow[];
    meta: TableMeta & {
        /**
         * Which reference file the release lacks; none where nothing does.
         */
        missing: string | null;
    };
};

export type WhereaboutsRow = {
    /**
     * Month in which the practices are looked for.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * Level of the area.
     */
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    /**
     * Code of an area that they are in.
     */
    area_code: string;
    /**
     * Its name in that month.
     */
    area_name: string;
    /**
     * How many of the practices are in it.
     */
    practices: number;
    /**
     * Patients registered at these, in that month.
     */
    registered: number | null;
};

export type WhereaboutsAnswer = {
    data: WhereaboutsRow[];
    meta: TableMeta & {
        /**
         * The month of the area whose practices are looked for.
         * @pattern ^\d{4}-(0[1-9]|1[0-2])$
         */
        held_period: string;
        /**
         * How many practices it had then.
         */
        practices: number;
        /**
         * What the answer shows, in plain English.
         */
        sentence: string;
    };
};

export type GroupsRow = {
    /**
     * Its place in the list, from 1.
     */
    position: number;
    /**
     * The code, in capitals.
     */
    code: string;
    /**
     * Whether it is a practice, unknown, or the same as one before it.
     */
    status: "found" | "unknown" | "duplicate";
    /**
     * Latest name of the place with this code.
     */
    area_name: string | null;
    /**
     * Its latest CCG.
     */
    ccg_code: string | null;
    /**
     * Last month it appears in.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    last_period: string | null;
    /**
     * Code of the practice that may be meant by an unknown one.
     */
    nearest: string | null;
    /**
     * Latest name of that practice.
     */
    nearest_name: string | null;
};

export type GroupsAnswer = {
    data: GroupsRow[];
    meta: TableMeta & {
        /**
         * Codes of practices.
         */
        found: number;
        /**
         * Codes that are unknown.
         */
        unknown: number;
        /**
         * Codes that were there before.
         */
        duplicate: number;
        /**
         * The clean list, separated by commas.
         */
        group: string;
        /**
         * What the answer shows, in plain English.
         */
        sentence: string;
    };
};

export type Boundaries = {
    /**
     * What it is.
     */
    type: "FeatureCollection";
    /**
     * Id of the release that answers.
     */
    release: string;
    /**
     * Whether the figures of the release were published, or made to show what this does.
     */
    kind: "published" | "illustrative";
    /**
     * What to know before using its figures.
     */
    note: string | null;
    /**
     * Level of the areas.
     */
    level: "region" | "stp" | "ccg";
    /**
     * What the release lacks to draw figures on the shapes; none where nothing does.
     */
    missing: string | null;
    /**
     * The areas.
     */
    features: {
        /**
         * What it is.
         */
        type: "Feature";
        /**
         * Its ONS code.
         */
        id: string;
        /**
         * What the area is.
         */
        properties: {
            /**
             * Its code in figures with `boundaries=lookup`, where the lookup gives it.
             */
            area_code: string | null;
            /**
             * Its ONS code.
             */
            ons_code: string;
            /**
             * Its name.
             */
            name: string;
        };
        /**
         * Its shape, in longitude and latitude.
         */
        geometry: Record<string, unknown>;
    }[];
};

export type FiguresRow = {
    /**
     * Month, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * Level of the place.
     */
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    /**
     * Code of the place, as published.
     */
    area_code: string;
    /**
     * Name of the place in that month; of a place that only the practice lookup defines, its name there.
     */
    area_name: string;
    /**
     * Id of the measure.
     */
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    /**
     * What the value is in.
     */
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    /**
     * What the measure counts, in patients, practices or transactions.
     */
    numerator: number | null;
    /**
     * What it is counted among, in patients or practices.
     */
    denominator: number | null;
    /**
     * Numerator over denominator at full precision, in the unit.
     */
    value: number | null;
    /**
     * Why there is no value: [x] nobody reported it, [z] not in the extracts of that month.
     */
    marker: ("[x]" | "[z]") | null;
    /**
     * Practices in the extract.
     */
    practices: number;
    /**
     * Practices that reported what the measure needs.
     */
    practices_reported: number;
    /**
     * Lower limit of the confidence interval (Wilson) at 95%, in the unit; none for rates or impossible counts.
     */
    lower_95: number | null;
    /**
     * Upper limit of the confidence interval (Wilson) at 95%, in the unit; none for rates or impossible counts.
     */
    upper_95: number | null;
    /**
     * Lower limit of the confidence interval (Wilson) at 99.8%, in the unit; none for rates or impossible counts.
     */
    lower_998: number | null;
    /**
     * Upper limit of the confidence interval (Wilson) at 99.8%, in the unit; none for rates or impossible counts.
     */
    upper_998: number | null;
    /**
     * Where the figure's 95% confidence interval (Wilson) is against England's value of the same month: higher or lower where it is wholly beyond it. It says how few people are counted, not what is unusual: for a verdict ask `/comparisons`. England itself is not compared.
     */
    vs_england: "higher" | "similar" | "lower" | "not_compared";
    /**
     * Of transactions: the value divided by the working days of its month (Monday to Friday without the bank holidays of England), because practices are closed on the others.
     */
    per_working_day: number | null;
    /**
     * [r] where the value of the same place and month was another in the release before this one (`/revisions` says why).
     */
    revised: "[r]" | null;
    /**
     * What it was there, in the unit; none where it was not revised, or had no value.
     */
    revised_from: number | null;
};

export type FiguresAnswer = {
    data: FiguresRow[];
    meta: TableMeta;
};

export type SentencesRow = {
    /**
     * Month, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * Level of the place.
     */
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    /**
     * Code of the place, as published.
     */
    area_code: string;
    /**
     * Name of the place in that month; of a place that only the practice lookup defines, its name there.
     */
    area_name: string;
    /**
     * Id of the measure.
     */
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    /**
     * The figure in plain English.
     */
    sentence: string;
};

export type SentencesAnswer = {
    data: SentencesRow[];
    meta: TableMeta;
};

export type CoverageRow = {
    /**
     * Month, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * Level of the place.
     */
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    /**
     * Code of the place, as published.
     */
    area_code: string;
    /**
     * Name of the place in that month; of a place that only the practice lookup defines, its name there.
     */
    area_name: string;
    /**
     * Id of the measure.
     */
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    /**
     * Practices in the extract.
     */
    practices: number;
    /**
     * Practices that reported what the measure needs.
     */
    practices_reported: number;
    /**
     * Those that reported, in percent.
     */
    practices_share: number;
    /**
     * Patients registered at the practices in the extract.
     */
    registered: number | null;
    /**
     * Patients registered at the practices that reported.
     */
    registered_reported: number;
    /**
     * Those at practices that reported, in percent.
     */
    registered_share: number | null;
};

export type CoverageAnswer = {
    data: CoverageRow[];
    meta: TableMeta;
};

export type BreakdownsRow = {
    /**
     * Month, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * Level of the place.
     */
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    /**
     * Code of the place, as published.
     */
    area_code: string;
    /**
     * Latest name of the place.
     */
    area_name: string;
    /**
     * What practices are divided by.
     */
    by: "supplier" | "list_size" | "deprivation" | "practice_status";
    /**
     * Code of the group.
     */
    group_code: string;
    /**
     * Name of the group.
     */
    group_name: string;
    /**
     * Id of the measure.
     */
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    /**
     * What the value is in.
     */
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    /**
     * What the measure counts, in patients, practices or transactions.
     */
    numerator: number | null;
    /**
     * What it is counted among, in patients or practices.
     */
    denominator: number | null;
    /**
     * Numerator over denominator at full precision, in the unit.
     */
    value: number | null;
    /**
     * Why there is no value: [x] nobody reported it, [z] not in the extracts of that month.
     */
    marker: ("[x]" | "[z]") | null;
    /**
     * Practices in the extract.
     */
    practices: number;
    /**
     * Practices that reported what the measure needs.
     */
    practices_reported: number;
    /**
     * Lower limit of the confidence interval, clustered by practice, at 95%, in the unit; none where fewer than two practices reported or all are alike.
     */
    lower_95: number | null;
    /**
     * Upper limit of the confidence interval, clustered by practice, at 95%, in the unit; none where fewer than two practices reported or all are alike.
     */
    upper_95: number | null;
    /**
     * Lower limit of the confidence interval, clustered by practice, at 99.8%, in the unit; none where fewer than two practices reported or all are alike.
     */
    lower_998: number | null;
    /**
     * Upper limit of the confidence interval, clustered by practice, at 99.8%, in the unit; none where fewer than two practices reported or all are alike.
     */
    upper_998: number | null;
    /**
     * Registered patients of all practices of the group.
     */
    registered: number | null;
    /**
     * Their share of the area’s registered patients, in percent.
     */
    share_of_patients: number | null;
};

export type BreakdownsAnswer = {
    data: BreakdownsRow[];
    meta: TableMeta & {
        /**
         * Which reference file the release lacks; none where nothing does.
         */
        missing: string | null;
    };
};

export type ComparisonsRow = {
    /**
     * Month, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * Level of the place.
     */
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    /**
     * Code of the place, as published.
     */
    area_code: string;
    /**
     * Name of the place in that month; of a place that only the practice lookup defines, its name there.
     */
    area_name: string;
    /**
     * Id of the measure.
     */
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    /**
     * What the value is in.
     */
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    /**
     * What the measure counts, in patients, practices or transactions.
     */
    numerator: number | null;
    /**
     * What it is counted among, in patients or practices.
     */
    denominator: number | null;
    /**
     * Numerator over denominator at full precision, in the unit.
     */
    value: number | null;
    /**
     * Why there is no value: [x] nobody reported it, [z] not in the extracts of that month.
     */
    marker: ("[x]" | "[z]") | null;
    /**
     * Lower limit of the confidence interval (Wilson) at 95%, in the unit; none for rates or impossible counts.
     */
    lower_95: number | null;
    /**
     * Upper limit of the confidence interval (Wilson) at 95%, in the unit; none for rates or impossible counts.
     */
    upper_95: number | null;
    /**
     * Lower limit of the confidence interval (Wilson) at 99.8%, in the unit; none for rates or impossible counts.
     */
    lower_998: number | null;
    /**
     * Upper limit of the confidence interval (Wilson) at 99.8%, in the unit; none for rates or impossible counts.
     */
    upper_998: number | null;
    /**
     * What it is compared with: England, an area it was in that month, or its peers.
     */
    against_level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "peers";
    /**
     * Code of that area, or `peers`.
     */
    against_code: string;
    /**
     * Its name in that month.
     */
    against_name: string;
    /**
     * Its value, in the unit.
     */
    against_value: number | null;
    /**
     * The value less that value, in the unit (percentage points for percentages).
     */
    difference: number | null;
    /**
     * Where the figure’s 95% confidence interval (Wilson) is against that value: higher or lower where it is wholly beyond. It says how few people are counted and is no verdict.
     */
    comparison_95: "higher" | "similar" | "lower" | "not_compared";
    /**
     * Where the figure’s 99.8% confidence interval (Wilson) is against that value: higher or lower where it is wholly beyond. It says how few people are counted and is no verdict.
     */
    comparison_998: "higher" | "similar" | "lower" | "not_compared";
    /**
     * The verdict, against `rest_value`. Of areas: a side only beyond the 95% limits of the adjusted funnel of their level within what they are compared with, of 20 places or more. Of practices: a side only where the 95% confidence interval excludes that value and the difference is at least `least_difference` of the measure (`/measures`) or a quarter of that value and, against peers, the figure is outside their middle half.
     */
    word: "higher" | "about the same" | "lower" | "no clear difference" | "not compared";
    /**
     * Why no side is taken; none where one is, or where the two are about the same.
     */
    reason: string | null;
    /**
     * The comparison in plain English.
     */
    sentence: string;
    /**
     * What it is compared with, in the unit: the value of that area without the place itself; of peers their median.
     */
    rest_value: number | null;
    /**
     * Its rank among the places of its level there, or among its peers and itself, 1 the highest. Of practices only where a single month is asked for.
     */
    place: number | null;
    /**
     * How many have a value, itself included.
     */
    places: number | null;
    /**
     * What higher or lower means by the polarity of the measure, for who asks for it.
     */
    meaning: ("better" | "worse") | null;
    /**
     * How many of the others have the same value, and so the same rank.
     */
    places_equal: number | null;
};

export type ComparisonsAnswer = {
    data: ComparisonsRow[];
    meta: TableMeta & {
        /**
         * What the confidence interval is and what it is not, in a sentence.
         */
        confidence_interval: string;
        /**
         * The same as `confidence_interval`, by its former name.
         * @deprecated
         */
        natural_variation: string;
    };
};

export type DifferencesRow = {
    /**
     * Month, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * Level of the place.
     */
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    /**
     * Code of the place, as published.
     */
    area_code: string;
    /**
     * Name of the place in that month; of a place that only the practice lookup defines, its name there.
     */
    area_name: string;
    /**
     * Id of the measure.
     */
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    /**
     * What the value is in.
     */
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    /**
     * What the measure counts, in patients, practices or transactions.
     */
    numerator: number | null;
    /**
     * What it is counted among, in patients or practices.
     */
    denominator: number | null;
    /**
     * Numerator over denominator at full precision, in the unit.
     */
    value: number | null;
    /**
     * Why there is no value: [x] nobody reported it, [z] not in the extracts of that month.
     */
    marker: ("[x]" | "[z]") | null;
    /**
     * Lower limit of the confidence interval (Wilson) at 95%, in the unit; none for rates or impossible counts.
     */
    lower_95: number | null;
    /**
     * Upper limit of the confidence interval (Wilson) at 95%, in the unit; none for rates or impossible counts.
     */
    upper_95: number | null;
    /**
     * Lower limit of the confidence interval (Wilson) at 99.8%, in the unit; none for rates or impossible counts.
     */
    lower_998: number | null;
    /**
     * Upper limit of the confidence interval (Wilson) at 99.8%, in the unit; none for rates or impossible counts.
     */
    upper_998: number | null;
    /**
     * Code of the place compared with.
     */
    against_code: string;
    /**
     * Its latest name.
     */
    against_name: string;
    /**
     * Its value in that month, in the unit.
     */
    against_value: number | null;
    /**
     * The value less that value, in the unit (percentage points for percentages).
     */
    difference: number | null;
};

export type DifferencesAnswer = {
    data: DifferencesRow[];
    meta: TableMeta;
};

export type DecilesRow = {
    /**
     * Month, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * Code of the area whose practices are meant.
     */
    area_code: string;
    /**
     * Id of the measure.
     */
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    /**
     * Practices with a value.
     */
    practices: number;
    /**
     * 10% of practices are below it; in the unit of the measure.
     */
    p10: number | null;
    /**
     * 20% of practices are below it; in the unit of the measure.
     */
    p20: number | null;
    /**
     * 30% of practices are below it; in the unit of the measure.
     */
    p30: number | null;
    /**
     * 40% of practices are below it; in the unit of the measure.
     */
    p40: number | null;
    /**
     * 50% of practices are below it; in the unit of the measure.
     */
    p50: number | null;
    /**
     * 60% of practices are below it; in the unit of the measure.
     */
    p60: number | null;
    /**
     * 70% of practices are below it; in the unit of the measure.
     */
    p70: number | null;
    /**
     * 80% of practices are below it; in the unit of the measure.
     */
    p80: number | null;
    /**
     * 90% of practices are below it; in the unit of the measure.
     */
    p90: number | null;
};

export type DecilesAnswer = {
    data: DecilesRow[];
    meta: TableMeta;
};

export type PercentilesRow = {
    /**
     * Month, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * Level of the place.
     */
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    /**
     * Code of the place, as published.
     */
    area_code: string;
    /**
     * Name of the place in that month; of a place that only the practice lookup defines, its name there.
     */
    area_name: string;
    /**
     * Id of the measure.
     */
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    /**
     * What the value is in.
     */
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    /**
     * Code of the area whose practices are meant.
     */
    within: string;
    /**
     * The value, in the unit.
     */
    value: number;
    /**
     * Percentage of the other practices that are below it; none where it is the only one, or offers a service to all of its patients or to none.
     */
    percentile: number | null;
    /**
     * Its group, 1 the lowest; none where there are fewer practices than groups, or where there is no percentile.
     */
    quantile_group: number | null;
    /**
     * Practices with a value.
     */
    practices: number;
};

export type PercentilesAnswer = {
    data: PercentilesRow[];
    meta: TableMeta;
};

export type HistogramRow = {
    /**
     * Month, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * Code of the area whose practices are meant.
     */
    area_code: string;
    /**
     * Id of the measure.
     */
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    /**
     * Where the step begins, in the unit; included.
     */
    from: number;
    /**
     * Where it ends, in the unit; not included. None for the open step at the end.
     */
    to: number | null;
    /**
     * Practices with a value in the step.
     */
    practices: number;
};

export type HistogramAnswer = {
    data: HistogramRow[];
    meta: TableMeta;
};

export type FunnelRow = {
    /**
     * Month, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * Level of the place.
     */
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    /**
     * Code of the place, as published.
     */
    area_code: string;
    /**
     * Name of the place in that month; of a place that only the practice lookup defines, its name there.
     */
    area_name: string;
    /**
     * Id of the measure.
     */
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    /**
     * What the measure counts, in patients, practices or transactions.
     */
    numerator: number | null;
    /**
     * What it is counted among, in patients or practices.
     */
    denominator: number | null;
    /**
     * Numerator over denominator at full precision, in the unit.
     */
    value: number | null;
    /**
     * Why there is no value: [x] nobody reported it, [z] not in the extracts of that month.
     */
    marker: ("[x]" | "[z]") | null;
    /**
     * Lower limit of the funnel at this denominator at 95%, in the unit; none without a denominator.
     */
    lower_95: number | null;
    /**
     * Upper limit of the funnel at this denominator at 95%, in the unit; none without a denominator.
     */
    upper_95: number | null;
    /**
     * Lower limit of the funnel at this denominator at 99.8%, in the unit; none without a denominator.
     */
    lower_998: number | null;
    /**
     * Upper limit of the funnel at this denominator at 99.8%, in the unit; none without a denominator.
     */
    upper_998: number | null;
    /**
     * Where the value is in the funnel; none where it is no proportion, or among fewer than 20 places.
     */
    position: ("above_998" | "above_95" | "inside" | "below_95" | "below_998") | null;
};

export type FunnelAnswer = {
    data: FunnelRow[];
    meta: TableMeta & {
        /**
         * Whether limits are adjusted for overdispersion.
         */
        limits: "adjusted" | "plain";
        /**
         * Code of the area whose places are meant.
         */
        within: string;
        /**
         * The common mean, in the unit; none without places that have a share.
         */
        target: number | null;
        /**
         * Overdispersion: mean squared z-score, winsorised.
         */
        phi: number | null;
        /**
         * Variance between places added to the limits; 0 where they are plain.
         */
        tau2: number | null;
        /**
         * Places that entered the mean.
         */
        units: number;
    };
};

export type PairsRow = {
    /**
     * Month, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * Level of the place.
     */
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    /**
     * Code of the place, as published.
     */
    area_code: string;
    /**
     * Name of the place in that month; of a place that only the practice lookup defines, its name there.
     */
    area_name: string;
    /**
     * Id of the measure.
     */
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    /**
     * What the value is in.
     */
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    /**
     * What the measure counts, in patients, practices or transactions.
     */
    numerator: number | null;
    /**
     * What it is counted among, in patients or practices.
     */
    denominator: number | null;
    /**
     * Numerator over denominator at full precision, in the unit.
     */
    value: number | null;
    /**
     * Why there is no value: [x] nobody reported it, [z] not in the extracts of that month.
     */
    marker: ("[x]" | "[z]") | null;
    /**
     * What the figure is held against: the id of a measure or of a trait.
     */
    across: string;
    /**
     * Its value, in its own unit.
     */
    across_value: number | null;
    /**
     * Its practices in the extract.
     */
    practices: number;
    /**
     * Their registered patients.
     */
    registered: number | null;
    /**
     * Registered patients of a practice that month; of an area the mean of its practices.
     */
    list_size: number | null;
    /**
     * Deprivation of where a practice’s patients live, from a reference file; of an area the mean of its practices, weighted by their patients.
     */
    deprivation: number | null;
    /**
     * Of the practices of an area with a score, the percentage that are in the most deprived fifth of practices in England.
     */
    most_deprived: number | null;
    /**
     * Supplier of a practice’s system that month, as published; none of areas.
     */
    supplier: string | null;
    /**
     * The first month on the system of another supplier, of a practice that changed in the twelve months up to this one: registrations rarely survive a change of system.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    supplier_changed_period: string | null;
};

export type PairsAnswer = {
    data: PairsRow[];
    meta: TableMeta & {
        /**
         * Spearman’s rank correlation, from -1 to 1.
         */
        rho: number | null;
        /**
         * Lower limit of its 95% confidence interval.
         */
        rho_lower_95: number | null;
        /**
         * Upper limit of its 95% confidence interval.
         */
        rho_upper_95: number | null;
        /**
         * Places that have both figures.
         */
        units: number;
        /**
         * Which reference file the release lacks; none where nothing does.
         */
        missing: string | null;
        /**
         * What the answer shows, in plain English.
         */
        sentence: string;
    };
};

export type PeersRow = {
    /**
     * Place in the order, 1 the most like it.
     */
    rank: number;
    /**
     * Code of the peer.
     */
    area_code: string;
    /**
     * Its name in that month.
     */
    area_name: string;
    /**
     * Its CCG that month.
     */
    ccg_code: string | null;
    /**
     * How unlike it is: 1 is one standard deviation of one input, 2 also another supplier, or town against country.
     */
    distance: number;
    /**
     * The supplier of its computer system that month, as published.
     */
    supplier: string | null;
    /**
     * Its list size.
     */
    registered: number | null;
    /**
     * Its deprivation score, higher is more deprived.
     */
    deprivation: number | null;
    /**
     * Whether it is rural.
     */
    rural: boolean | null;
    /**
     * Id of the measure.
     */
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    /**
     * What the value is in.
     */
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    /**
     * What the measure counts, in patients, practices or transactions.
     */
    numerator: number | null;
    /**
     * What it is counted among, in patients or practices.
     */
    denominator: number | null;
    /**
     * Numerator over denominator at full precision, in the unit.
     */
    value: number | null;
    /**
     * Why there is no value: [x] nobody reported it, [z] not in the extracts of that month.
     */
    marker: ("[x]" | "[z]") | null;
    /**
     * The first month on the system of another supplier, of a practice that changed in the twelve months up to this one: registrations rarely survive a change of system.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    supplier_changed_period: string | null;
};

export type PeersAnswer = {
    data: PeersRow[];
    meta: TableMeta & {
        /**
         * The practice itself, with what its peers are found by, and its figure.
         */
        practice: {
            /**
             * Its code.
             */
            area_code: string;
            /**
             * Its name in that month.
             */
            area_name: string;
            /**
             * Its CCG that month.
             */
            ccg_code: string | null;
            /**
             * The supplier of its computer system that month, as published.
             */
            supplier: string | null;
            /**
             * Its list size.
             */
            registered: number | null;
            /**
             * Its deprivation score, higher is more deprived.
             */
            deprivation: number | null;
            /**
             * Whether it is rural.
             */
            rural: boolean | null;
            /**
             * What the measure counts, in patients, practices or transactions.
             */
            numerator: number | null;
            /**
             * What it is counted among, in patients or practices.
             */
            denominator: number | null;
            /**
             * Numerator over denominator at full precision, in the unit.
             */
            value: number | null;
            /**
             * Why there is no value: [x] nobody reported it, [z] not in the extracts of that month.
             */
            marker: ("[x]" | "[z]") | null;
            /**
             * The first month on the system of another supplier, of a practice that changed in the twelve months up to this one: registrations rarely survive a change of system.
             * @pattern ^\d{4}-(0[1-9]|1[0-2])$
             */
            supplier_changed_period: string | null;
        };
        /**
         * Id of the measure.
         */
        measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
        /**
         * What the value is in.
         */
        unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
        /**
         * Month.
         * @pattern ^\d{4}-(0[1-9]|1[0-2])$
         */
        period: string;
        /**
         * How many peers there are.
         */
        peers: number;
        /**
         * How many of them have a figure.
         */
        peers_reported: number;
        /**
         * The lower quartile of their figures, in the unit.
         */
        lower_quartile: number | null;
        /**
         * The median of their figures, in the unit.
         */
        median: number | null;
        /**
         * The upper quartile of their figures, in the unit.
         */
        upper_quartile: number | null;
        /**
         * Peers below the practice; none where it has no figure.
         */
        peers_below: number | null;
        /**
         * Peers above the practice; none where it has no figure.
         */
        peers_above: number | null;
        /**
         * Where its 95% confidence interval (Wilson) is against the median: higher or lower where it is wholly beyond.
         */
        comparison_95: "higher" | "similar" | "lower" | "not_compared";
        /**
         * The verdict against the median, as in `/comparisons`: a side only outside the middle half.
         */
        word: "higher" | "about the same" | "lower" | "no clear difference" | "not compared";
        /**
         * Why no side is taken; none where one is, or where the two are about the same.
         */
        reason: string | null;
        /**
         * Whether the middle half of the peers is wider than their median is high, so that they are too unlike to compare with; none where none reported.
         */
        peers_vary: boolean | null;
        /**
         * What the answer shows, in plain English.
         */
        sentence: string;
        /**
         * What entered the distance.
         */
        inputs: ("supplier" | "list_size" | "deprivation" | "rurality")[];
        /**
         * What did not enter it.
         */
        missing: {
            /**
             * What did not.
             */
            input: "supplier" | "list_size" | "deprivation" | "rurality";
            /**
             * Why not.
             */
            sentence: string;
        }[];
        /**
         * How much of the variance of the figure between practices the inputs explain (R² of ordinary least squares, 0 to 1).
         */
        explained: number | null;
        /**
         * The same in plain English.
         */
        explained_sentence: string | null;
        /**
         * What the confidence interval is and what it is not, in a sentence.
         */
        confidence_interval: string;
        /**
         * The same as `confidence_interval`, by its former name.
         * @deprecated
         */
        natural_variation: string;
    };
};

export type InequalityRow = {
    /**
     * Month, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * Level of the place.
     */
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    /**
     * Code of the place, as published.
     */
    area_code: string;
    /**
     * Latest name of the place.
     */
    area_name: string;
    /**
     * Id of the measure.
     */
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    /**
     * What the value is in.
     */
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    /**
     * Practices with a figure and a score.
     */
    practices: number;
    /**
     * Practices with a figure, those without a score among them.
     */
    practices_reported: number;
    /**
     * The figure of the practices with a score, in the unit.
     */
    mean: number | null;
    /**
     * Where the fitted line begins, at the most deprived; in the unit.
     */
    at_most_deprived: number | null;
    /**
     * Where it ends, at the least deprived; in the unit.
     */
    at_least_deprived: number | null;
    /**
     * Slope index of inequality: the least less the most deprived, in the unit; above 0 where the less deprived have more.
     */
    slope_index: number | null;
    /**
     * Lower limit of its 95% confidence interval, which is too narrow with few practices.
     */
    slope_index_lower_95: number | null;
    /**
     * Upper limit of its 95% confidence interval, which is too narrow with few practices.
     */
    slope_index_upper_95: number | null;
    /**
     * Relative index of inequality: the least over the most deprived.
     */
    relative_index: number | null;
    /**
     * Lower limit of its 95% confidence interval, which is too narrow with few practices.
     */
    relative_index_lower_95: number | null;
    /**
     * Upper limit of its 95% confidence interval, which is too narrow with few practices.
     */
    relative_index_upper_95: number | null;
    /**
     * Concentration index, from -1 to 1: above 0 where the less deprived have more.
     */
    concentration_index: number | null;
};

export type InequalityAnswer = {
    data: InequalityRow[];
    meta: TableMeta & {
        /**
         * Which reference file the release lacks; none where nothing does.
         */
        missing: string | null;
        /**
         * What the answer shows, in plain English.
         */
        sentence: string | null;
    };
};

export type VarianceRow = {
    /**
     * Month, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * Id of the measure.
     */
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    /**
     * How it is computed.
     */
    kind: "between" | "nested" | "component";
    /**
     * Whether practices count by their patients or all alike.
     */
    weights: "patients" | "practices";
    /**
     * Between what.
     */
    level: "region" | "subregion" | "ccg" | "supplier" | "practice";
    /**
     * How many there are.
     */
    groups: number;
    /**
     * In squared units of the measure.
     */
    variance: number;
    /**
     * Of all variance, in percent; those of `nested` and of `component` add up to 100.
     */
    share: number;
    /**
     * The mean that is differed from, in the unit.
     */
    mean: number;
    /**
     * Practices with a figure.
     */
    practices: number;
};

export type VarianceAnswer = {
    data: VarianceRow[];
    meta: TableMeta & {
        /**
         * What the answer shows, in plain English.
         */
        sentence: string | null;
    };
};

export type NewsRow = {
    /**
     * The same in every release that tells it.
     */
    id: string;
    /**
     * When it was first published, in UTC; none where that was not kept.
     * @format date-time
     */
    told_at: string | null;
    /**
     * What it is about.
     */
    kind: "release" | "notice" | "withdrawn" | "revised" | "unusual_change" | "target_met" | "may_have_merged" | "appeared" | "closed" | "left" | "changed_supplier" | "moved_far" | "not_reported";
    /**
     * Month, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * Level of the place.
     */
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    /**
     * Code of the place, as published.
     */
    area_code: string;
    /**
     * Latest name of the place.
     */
    area_name: string;
    /**
     * Ids of the measures it is about, separated by commas.
     */
    measures: string | null;
    /**
     * It as a headline.
     */
    title: string;
    /**
     * It in sentences, with how many people and what is usual.
     */
    sentence: string;
    /**
     * Code of the practice to follow from now on, where this one is gone.
     */
    follow_on_code: string | null;
};

export type NewsAnswer = {
    data: NewsRow[];
    meta: TableMeta;
};

export type XmrRow = {
    /**
     * Month, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * Level of the place.
     */
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    /**
     * Code of the place, as published.
     */
    area_code: string;
    /**
     * Name of the place in that month; of a place that only the practice lookup defines, its name there.
     */
    area_name: string;
    /**
     * Id of the measure.
     */
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    /**
     * What the value is in.
     */
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    /**
     * The figure in the unit, or what `view` makes of it; none where nobody reported it that month.
     */
    value: number | null;
    /**
     * Number of the stretch between restarts, 1 the first.
     */
    segment: number;
    /**
     * Mean of the stretch, in the unit; none with no two figures in a row.
     */
    mean: number | null;
    /**
     * Lower process limit, in the unit.
     */
    lower: number | null;
    /**
     * Upper process limit, in the unit.
     */
    upper: number | null;
    /**
     * First rule the month breaks: outside the limits, seven rising or falling, two of three near a limit, seven on one side of the mean.
     */
    signal: ("outside_limits" | "trend" | "near_limit" | "one_side") | null;
    /**
     * Which way the signal points.
     */
    direction: ("up" | "down") | null;
    /**
     * Why there is no value: [x] nobody reported it, [z] not in the extracts of that month.
     */
    marker: ("[x]" | "[z]") | null;
};

export type XmrAnswer = {
    data: XmrRow[];
    meta: TableMeta & {
        /**
         * Months from which limits start afresh.
         */
        restarts: string[];
        /**
         * Months in which the practice changed supplier or the figures break.
         */
        suggested_restarts: string[];
        /**
         * What is charted.
         */
        view: "level" | "changes" | "trend" | "working_days";
        /**
         * The suggested months, each with its cause.
         */
        restart_reasons: {
            /**
             * The month.
             * @pattern ^\d{4}-(0[1-9]|1[0-2])$
             */
            period: string;
            /**
             * What happened then; none where the figures alone show a break.
             */
            cause: string | null;
        }[];
        /**
         * What the answer shows, in plain English.
         */
        sentence: string;
        /**
         * Each target of the measure, and whether what is usual meets it.
         */
        targets: {
            /**
             * Its id, as the parameter `target` takes it.
             */
            target: string;
            /**
             * Its title.
             */
            title: string;
            /**
             * The least value that meets it, in the unit.
             */
            value: number;
            /**
             * Whether it is below both limits of the last stretch (pass), above both (fail) or between them; none without limits, with fewer than 5 months, or where most months are signals.
             */
            assurance: ("consistent_pass" | "consistent_fail" | "inconsistent") | null;
            /**
             * What the answer shows, in plain English.
             */
            sentence: string;
        }[];
    };
};

export type TrendsRow = {
    /**
     * Month, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * Level of the place.
     */
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    /**
     * Code of the place, as published.
     */
    area_code: string;
    /**
     * Name of the place in that month; of a place that only the practice lookup defines, its name there.
     */
    area_name: string;
    /**
     * Id of the measure.
     */
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    /**
     * What the value is in.
     */
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    /**
     * The figure, in the unit.
     */
    value: number | null;
    /**
     * Whether the last five figures rise or fall.
     */
    direction: "increasing" | "decreasing" | "no_change" | "cannot_be_calculated";
    /**
     * The same in words: better or worse where the measure says which; moved, but not steadily one way, where the test value is large but leaving out one of the five reverses the line.
     */
    word: "getting better" | "getting worse" | "increasing" | "decreasing" | "no significant change" | "moved, but not steadily one way" | "cannot be calculated";
    /**
     * Change a month, in the unit, of the line through the five.
     */
    slope: number | null;
    /**
     * Slope over its standard error, squared; a trend needs more than 9.5495.
     */
    chi_squared: number | null;
    /**
     * First of the five months.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    from_period: string | null;
    /**
     * Last of the five months.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    to_period: string | null;
    /**
     * Why it cannot be calculated, where it cannot.
     */
    reason: string | null;
    /**
     * The first month on the system of another supplier, of a practice that changed in the twelve months up to this one: registrations rarely survive a change of system.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    supplier_changed_period: string | null;
};

export type TrendsAnswer = {
    data: TrendsRow[];
    meta: TableMeta;
};

export type ChangesRow = {
    /**
     * Earlier month; none where the release has none.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    from_period: string | null;
    /**
     * Later month.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    to_period: string;
    /**
     * Level of the place.
     */
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    /**
     * Code of the place.
     */
    area_code: string;
    /**
     * Latest name of the place.
     */
    area_name: string;
    /**
     * Id of the measure.
     */
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    /**
     * What the value is in.
     */
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    /**
     * Where the change comes from.
     */
    part: "uptake" | "changed_supplier" | "list_sizes" | "came" | "left" | "began_reporting" | "stopped_reporting" | "total";
    /**
     * What it adds to the figure, in the unit; none where it is not known.
     */
    contribution: number | null;
    /**
     * Contribution in percent of the total; below 0 or above 100 where parts work against each other.
     */
    share: number | null;
    /**
     * Practices behind it that reported in at least one of the months.
     */
    practices: number | null;
};

export type ChangesAnswer = {
    data: ChangesRow[];
    meta: TableMeta & {
        /**
         * Earlier month.
         * @pattern ^\d{4}-(0[1-9]|1[0-2])$
         */
        from: string | null;
        /**
         * Later month.
         * @pattern ^\d{4}-(0[1-9]|1[0-2])$
         */
        to: string;
        /**
         * The figure of the earlier month; none where there is none.
         */
        before: {
            /**
             * What the measure counts, in patients, practices or transactions.
             */
            numerator: number | null;
            /**
             * What it is counted among, in patients or practices.
             */
            denominator: number | null;
            /**
             * Numerator over denominator at full precision, in the unit.
             */
            value: number | null;
            /**
             * Practices in the extract.
             */
            practices: number;
            /**
             * Practices that reported what the measure needs.
             */
            practices_reported: number;
        } | null;
        /**
         * The figure of the later month; none where there is none.
         */
        after: {
            /**
             * What the measure counts, in patients, practices or transactions.
             */
            numerator: number | null;
            /**
             * What it is counted among, in patients or practices.
             */
            denominator: number | null;
            /**
             * Numerator over denominator at full precision, in the unit.
             */
            value: number | null;
            /**
             * Practices in the extract.
             */
            practices: number;
            /**
             * Practices that reported what the measure needs.
             */
            practices_reported: number;
        } | null;
        /**
         * What is usual from one month to the next, as a sentence that `sentence` contains; none between other months, where too little is known, of few people or transactions, and of what one practice decides.
         */
        usual: string | null;
        /**
         * What the answer shows, in plain English.
         */
        sentence: string;
    };
};

export type ChangesPlacesRow = {
    /**
     * Earlier month.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    from_period: string;
    /**
     * Later month.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    to_period: string;
    /**
     * Level of the place.
     */
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    /**
     * Code of the place, as published.
     */
    area_code: string;
    /**
     * Its latest name of the two months.
     */
    area_name: string;
    /**
     * Id of the measure.
     */
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    /**
     * What the value is in.
     */
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    /**
     * What the measure counts, in the earlier month.
     */
    before_numerator: number | null;
    /**
     * What it is counted among, in the earlier month.
     */
    before_denominator: number | null;
    /**
     * The figure of the earlier month, in the unit.
     */
    before_value: number | null;
    /**
     * What the measure counts, in the later month.
     */
    after_numerator: number | null;
    /**
     * What it is counted among, in the later month.
     */
    after_denominator: number | null;
    /**
     * The figure of the later month, in the unit.
     */
    after_value: number | null;
    /**
     * The later figure less the earlier, in the unit.
     */
    change: number | null;
    /**
     * Place by the change, 1 the largest rise; equals share the first.
     */
    rank: number | null;
};

export type ChangesPlacesAnswer = {
    data: ChangesPlacesRow[];
    meta: TableMeta & {
        /**
         * Earlier month; none where the release has none before the later one.
         * @pattern ^\d{4}-(0[1-9]|1[0-2])$
         */
        from: string | null;
        /**
         * Later month.
         * @pattern ^\d{4}-(0[1-9]|1[0-2])$
         */
        to: string;
    };
};

export type ChangesPracticesRow = {
    /**
     * Earlier month; none where the release has none.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    from_period: string | null;
    /**
     * Later month.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    to_period: string;
    /**
     * Level of the place: practice.
     */
    level: "practice";
    /**
     * Code of the practice.
     */
    area_code: string;
    /**
     * Its latest name of the two months.
     */
    area_name: string;
    /**
     * Id of the measure.
     */
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    /**
     * What values and contributions are in.
     */
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    /**
     * Whether it reported in both months (on another supplier’s system in the later one: changed_supplier), came, left, began or stopped reporting.
     */
    kind: "both" | "changed_supplier" | "came" | "left" | "began_reporting" | "stopped_reporting";
    /**
     * What it adds to the place's figure, in the unit.
     */
    contribution: number;
    /**
     * Of that, through its own figure.
     */
    through_uptake: number;
    /**
     * Of that, through its share of the patients: grown or shrunk, come or gone.
     */
    through_size: number;
    /**
     * Its numerator in the earlier month; none where it did not report.
     */
    numerator_before: number | null;
    /**
     * Its denominator in the earlier month; none where it did not report.
     */
    denominator_before: number | null;
    /**
     * Its value in the earlier month; none where it did not report.
     */
    value_before: number | null;
    /**
     * Its numerator in the later month; none where it did not report.
     */
    numerator_after: number | null;
    /**
     * Its denominator in the later month; none where it did not report.
     */
    denominator_after: number | null;
    /**
     * Its value in the later month; none where it did not report.
     */
    value_after: number | null;
};

export type ChangesPracticesAnswer = {
    data: ChangesPracticesRow[];
    meta: TableMeta & {
        /**
         * Earlier month.
         * @pattern ^\d{4}-(0[1-9]|1[0-2])$
         */
        from: string | null;
        /**
         * Later month.
         * @pattern ^\d{4}-(0[1-9]|1[0-2])$
         */
        to: string;
        /**
         * Practices behind the change, on all pages.
         */
        practices: number;
    };
};

export type EventsSupplierRow = {
    /**
     * Id of the measure.
     */
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    /**
     * What the value is in.
     */
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    /**
     * Months from the change: 0 is the first on the new system, -1 usually that before.
     */
    month: number;
    /**
     * Practices with a difference.
     */
    practices: number;
    /**
     * Mean difference, in the unit (percentage points of a share).
     */
    mean: number | null;
    /**
     * Lower limit of its 95% confidence interval, clustered by practice.
     */
    lower_95: number | null;
    /**
     * Upper limit of its 95% confidence interval, clustered by practice.
     */
    upper_95: number | null;
    /**
     * Median difference.
     */
    median: number | null;
    /**
     * Lower quartile of the differences.
     */
    lower_quartile: number | null;
    /**
     * Upper quartile of the differences.
     */
    upper_quartile: number | null;
    /**
     * Practices with a difference below -5 percentage points; none for what is no share.
     */
    fell_more_than_5: number | null;
};

export type EventsSupplierAnswer = {
    data: EventsSupplierRow[];
    meta: TableMeta & {
        /**
         * Moves to the system of another supplier whose month is known.
         */
        changes: number;
        /**
         * First month whose file names suppliers; none where no file does.
         * @pattern ^\d{4}-(0[1-9]|1[0-2])$
         */
        suppliers_from: string | null;
        /**
         * Last month whose file names suppliers.
         * @pattern ^\d{4}-(0[1-9]|1[0-2])$
         */
        suppliers_to: string | null;
        /**
         * What the answer shows, in plain English.
         */
        sentence: string;
    };
};

export type EventsSupplierPracticesRow = {
    /**
     * First month on the new system, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * The month before that it is compared with, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    base_period: string;
    /**
     * Code of the practice.
     */
    practice_code: string;
    /**
     * Its name in that first month.
     */
    practice_name: string;
    /**
     * Supplier before, as published.
     */
    old_supplier: string;
    /**
     * Supplier since, as published.
     */
    new_supplier: string;
    /**
     * Patients registered in the first month on the new system.
     */
    registered: number | null;
    /**
     * Id of the measure.
     */
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    /**
     * What the value is in.
     */
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    /**
     * Its figure in the month before, in the unit; none where it did not report.
     */
    before: number | null;
    /**
     * Its figure in the first month on the new system.
     */
    after: number | null;
    /**
     * The same in words.
     */
    sentence: string;
};

export type EventsSupplierPracticesAnswer = {
    data: EventsSupplierPracticesRow[];
    meta: TableMeta;
};

export type EventsSupplierDifferencesRow = {
    /**
     * First month on the new system, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * The month before that it is compared with, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    base_period: string;
    /**
     * Code of the practice.
     */
    practice_code: string;
    /**
     * Its name in that first month.
     */
    practice_name: string;
    /**
     * Supplier before, as published.
     */
    old_supplier: string;
    /**
     * Supplier since, as published.
     */
    new_supplier: string;
    /**
     * Id of the measure.
     */
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    /**
     * What the value is in.
     */
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    /**
     * Months from the change; 0 is the first on the new system.
     */
    month: number;
    /**
     * That month, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    month_period: string;
    /**
     * Its figure in that month, in the unit.
     */
    value: number | null;
    /**
     * Its figure in the month before the change.
     */
    base_value: number | null;
    /**
     * What it changed by since then.
     */
    change: number | null;
    /**
     * Practices without a change that have a figure in both months.
     */
    others: number;
    /**
     * The median of their changes.
     */
    others_median_change: number | null;
    /**
     * Its change less theirs.
     */
    difference: number | null;
};

export type EventsSupplierDifferencesAnswer = {
    data: EventsSupplierDifferencesRow[];
    meta: TableMeta;
};

export type AnnotationsRow = {
    /**
     * Its id.
     */
    id: string;
    /**
     * What kind of event.
     */
    kind: "contract" | "collection" | "boundaries" | "data quality" | "pandemic" | "supplier";
    /**
     * First month it affects; none for all before its end.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period_from: string | null;
    /**
     * Last month it affects; none for what still goes on.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period_to: string | null;
    /**
     * Measures it concerns, separated by commas; all where empty.
     */
    measures: string | null;
    /**
     * System suppliers it concerns, separated by commas; all where empty.
     */
    suppliers: string | null;
    /**
     * Levels of place it concerns, separated by commas; all where empty.
     */
    levels: string | null;
    /**
     * Title, short enough for a chart.
     */
    title: string;
    /**
     * What happened and what it means for figures.
     */
    text: string;
    /**
     * Who says so.
     */
    source: string;
    /**
     * Where.
     * @format uri
     */
    source_url: string;
};

export type AnnotationsAnswer = {
    data: AnnotationsRow[];
    meta: TableMeta;
};

export type PublishedFiguresRow = {
    /**
     * Month, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * Id of the measure.
     */
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    /**
     * As it was rounded, in the unit of the measure; none where only a count was said.
     */
    value: number | null;
    /**
     * As it was said.
     */
    said: string;
    /**
     * Who said so, and when.
     */
    source: string;
    /**
     * Where.
     * @format uri
     */
    source_url: string;
};

export type PublishedFiguresAnswer = {
    data: PublishedFiguresRow[];
    meta: TableMeta;
};

export type ReachRow = {
    /**
     * Month, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * Level of the place.
     */
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    /**
     * Code of the place, as published.
     */
    area_code: string;
    /**
     * Name of the place in that month; of a place that only the practice lookup defines, its name there.
     */
    area_name: string;
    /**
     * Id of the measure.
     */
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    /**
     * What the value is in.
     */
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    /**
     * What the measure counts, in patients, practices or transactions.
     */
    numerator: number | null;
    /**
     * What it is counted among, in patients or practices.
     */
    denominator: number | null;
    /**
     * Numerator over denominator at full precision, in the unit.
     */
    value: number | null;
    /**
     * Why there is no value: [x] nobody reported it, [z] not in the extracts of that month.
     */
    marker: ("[x]" | "[z]") | null;
    /**
     * The level to reach.
     */
    to: "ccg" | "england" | "peers_median" | "top_tenth";
    /**
     * Code of the area whose level it is; none for peers.
     */
    to_code: string | null;
    /**
     * What the level is of; of an area its name in that month.
     */
    to_name: string;
    /**
     * The level, in the unit.
     */
    target_value: number | null;
    /**
     * How many more patients reach it; 0 where it is reached.
     */
    more_patients: number | null;
    /**
     * The same in plain English.
     */
    sentence: string;
};

export type ReachAnswer = {
    data: ReachRow[];
    meta: TableMeta;
};

export type PromoteRow = {
    /**
     * Place in the order, 1 the largest gap.
     */
    rank: number;
    /**
     * Month, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * Level of the place.
     */
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    /**
     * Code of the place, as published.
     */
    area_code: string;
    /**
     * Name of the place in that month; of a place that only the practice lookup defines, its name there.
     */
    area_name: string;
    /**
     * Its CCG that month.
     */
    ccg_code: string | null;
    /**
     * Id of the measure.
     */
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    /**
     * What the value is in.
     */
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    /**
     * Patients it has.
     */
    numerator: number;
    /**
     * Patients registered.
     */
    denominator: number;
    /**
     * Their share, in the unit.
     */
    value: number;
    /**
     * The level it is compared with.
     */
    target_value: number;
    /**
     * Patients short of that level.
     */
    gap: number;
    /**
     * Its share of the area’s gap, in percent.
     */
    share: number;
    /**
     * The share of it and all before it, in percent.
     */
    running_share: number;
    /**
     * The first month on the system of another supplier, of a practice that changed in the twelve months up to this one: registrations rarely survive a change of system.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    supplier_changed_period: string | null;
};

export type PromoteAnswer = {
    data: PromoteRow[];
    meta: TableMeta & {
        /**
         * Month.
         * @pattern ^\d{4}-(0[1-9]|1[0-2])$
         */
        period: string;
        /**
         * Id of the measure.
         */
        measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
        /**
         * Code of the area.
         */
        area_code: string;
        /**
         * Its latest name.
         */
        area_name: string;
        /**
         * The level practices are compared with.
         */
        towards: "peers" | "england" | "top_tenth";
        /**
         * Patients short of that level, added up.
         */
        gap: number;
        /**
         * The fewest practices that account for at least half of the gap.
         */
        hold_half: number;
        /**
         * Practices short of that level.
         */
        practices_short: number;
        /**
         * Practices that reported.
         */
        practices_reported: number;
        /**
         * What the answer shows, in plain English.
         */
        sentence: string;
    };
};

export type TargetsRow = {
    /**
     * Month, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * Level of the place.
     */
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    /**
     * Code of the place, as published.
     */
    area_code: string;
    /**
     * Name of the place in that month; of a place that only the practice lookup defines, its name there.
     */
    area_name: string;
    /**
     * Id of the target.
     */
    target: string;
    /**
     * The target in words.
     */
    title: string;
    /**
     * What meets it, in percent.
     */
    target_value: number;
    /**
     * Month by whose end it is to be met.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    target_period: string;
    /**
     * Id of the measure it is read from: its own, or a service's that stands in.
     */
    measure: string;
    /**
     * Month of the figure it is read from.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    read_period: string | null;
    /**
     * That figure, in percent.
     */
    value: number | null;
    /**
     * Whether the place met it, or may.
     */
    state: "met" | "missed" | "likely" | "unlikely" | "cannot_say";
    /**
     * Patients lacking in that month; 0 where it is met.
     */
    patients_short: number | null;
    /**
     * Figure at its date at the median of its past monthly changes, in percent.
     */
    projected: number | null;
    /**
     * The same in words.
     */
    sentence: string;
    /**
     * Who set it.
     */
    source: string;
    /**
     * Where.
     * @format uri
     */
    source_url: string;
    /**
     * Lower end of the 95% range of that projection.
     */
    lower_95: number | null;
    /**
     * Upper end of it.
     */
    upper_95: number | null;
    /**
     * The first month on the system of another supplier, of a practice that changed in the twelve months up to this one: registrations rarely survive a change of system.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    supplier_changed_period: string | null;
    /**
     * How the target ended, judging by all months of the release, including those after the month asked for; none while its date is to come and it is not met.
     */
    outcome: ("met" | "missed" | "cannot_say") | null;
    /**
     * Month of the figure that this is read from: the last one up to its date.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    outcome_period: string | null;
    /**
     * Id of the measure of that figure.
     */
    outcome_measure: string | null;
    /**
     * That figure, in percent.
     */
    outcome_value: number | null;
};

export type TargetsAnswer = {
    data: TargetsRow[];
    meta: TableMeta;
};

export type ProjectionsRow = {
    /**
     * Month, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * Level of the place.
     */
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    /**
     * Code of the place, as published.
     */
    area_code: string;
    /**
     * Name of the place in that month; of a place that only the practice lookup defines, its name there.
     */
    area_name: string;
    /**
     * Id of the measure.
     */
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    /**
     * What the value is in.
     */
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    /**
     * How many months on.
     */
    ahead: number;
    /**
     * The month projected to.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    target_period: string;
    /**
     * The value of the month asked for: what it would be unchanged.
     */
    unchanged: number | null;
    /**
     * The value projected, in the unit; none with fewer than two months, or where ranges failed.
     */
    projected: number | null;
    /**
     * Lower end of the 95% range, in the unit.
     */
    lower_95: number | null;
    /**
     * Upper end of the 95% range.
     */
    upper_95: number | null;
    /**
     * Lower end of the 80% range.
     */
    lower_80: number | null;
    /**
     * Upper end of the 80% range.
     */
    upper_80: number | null;
    /**
     * How many past errors are known, of which ranges are made.
     */
    errors_known: number | null;
    /**
     * The level over whose areas they are pooled.
     */
    errors_of: ("england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice") | null;
    /**
     * How many later values, of all months and those areas, such ranges could be tested on.
     */
    tested: number | null;
    /**
     * How many of them were within their 95% range.
     */
    inside_95: number | null;
    /**
     * How many of them were within their 80% range.
     */
    inside_80: number | null;
    /**
     * Why there is no range, or no projection; none where there is.
     */
    reason: string | null;
    /**
     * The same in plain English.
     */
    sentence: string | null;
};

export type ProjectionsAnswer = {
    data: ProjectionsRow[];
    meta: TableMeta;
};

export type Provenance = {
    /**
     * Month, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * Level of the place.
     */
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    /**
     * Code of the place, as published.
     */
    area_code: string;
    /**
     * Latest name of the place.
     */
    area_name: string;
    /**
     * Id of the measure.
     */
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    /**
     * What the value is in.
     */
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    /**
     * The figure, added up again from the practices.
     */
    figure: {
        /**
         * What the measure counts, in patients, practices or transactions.
         */
        numerator: number | null;
        /**
         * What it is counted among, in patients or practices.
         */
        denominator: number | null;
        /**
         * Numerator over denominator at full precision, in the unit.
         */
        value: number | null;
        /**
         * Practices in the extract.
         */
        practices: number;
        /**
         * Practices that reported what the measure needs.
         */
        practices_reported: number;
    };
    /**
     * The declaration of the measure.
     */
    definition: {
        /**
         * How it is counted.
         */
        description: string;
        /**
         * What the numerator counts, in words.
         */
        numerator: string;
        /**
         * What the denominator counts, in words.
         */
        denominator: string;
        /**
         * Column in the wide files of 2014 to 2017.
         */
        published_as_wide: string | null;
        /**
         * Field in the long files from 2018.
         */
        published_as_long: string | null;
        /**
         * When a practice is in the extract, in SQL.
         */
        in_extract_when: string;
        /**
         * When it reported what the measure needs, in SQL.
         */
        reported_when: string;
        /**
         * Whose numerators and denominators are added up.
         */
        counts: "practices in the extract" | "practices that reported";
        /**
         * What is added up, in SQL.
         */
        adds_up: {
            /**
             * The numerator.
             */
            numerator: string;
            /**
             * The denominator.
             */
            denominator: string;
        };
    };
    /**
     * The published files behind it.
     */
    files: {
        /**
         * Name of the file.
         */
        name: string;
        /**
         * SHA-256 of the file as it was given.
         * @pattern ^[0-9a-f]{64}$
         */
        sha256: string;
        /**
         * Layout it was recognised as.
         */
        layout: string;
        /**
         * Data rows.
         */
        rows: number;
        /**
         * Practices of the place it was read for.
         */
        practices: number;
    }[];
    /**
     * The file of the release.
     */
    release_file: {
        /**
         * Its name, as downloaded.
         */
        name: string;
        /**
         * Where it is, seen from here.
         */
        address: string;
        /**
         * Its size.
         */
        bytes: number;
    };
    /**
     * The query that adds the figure up again from the file of the release.
     */
    sql: string;
    /**
     * The command that opens the file.
     */
    how_to_run: string;
};

export type ProvenanceAnswer = {
    data: Provenance;
    meta: Meta;
};

export type ProvenancePracticesRow = {
    /**
     * Month, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * Code of the practice.
     */
    practice_code: string;
    /**
     * Its name in that month.
     */
    practice_name: string;
    /**
     * Its part of the numerator; none where it does not count.
     */
    numerator: number | null;
    /**
     * Its part of the denominator; none where it does not count.
     */
    denominator: number | null;
    /**
     * Whether it reported what the measure needs.
     */
    reported: boolean;
    /**
     * Published file it was read from.
     */
    file: string | null;
    /**
     * Data row in that file where the practice begins; 1 follows the header.
     */
    row: number | null;
};

export type ProvenancePracticesAnswer = {
    data: ProvenancePracticesRow[];
    meta: TableMeta;
};

export type FindingsRow = {
    /**
     * Kind of finding.
     */
    kind: "more_enabled_than_registered" | "more_accessed_than_enabled" | "negative_new_patients" | "list_size_missing" | "list_sizes_differ" | "names_differ" | "names_differ_in_file" | "row_missing" | "service_missing" | "suppliers_differ" | "places_differ" | "name_changed" | "supplier_changed" | "system_changed" | "fell_to_none" | "unusual_move" | "ccg_changed" | "practice_appeared" | "practice_vanished" | "area_names_differ" | "area_name_changed" | "coverage_drop" | "national_move" | "month_missing" | "lookup_across_border" | "area_without_shape" | "shape_without_area" | "hidden_characters" | "date_rewritten" | "date_not_month_end";
    /**
     * Month.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string | null;
    /**
     * Practice.
     */
    practice_code: string | null;
    /**
     * Area.
     */
    area_code: string | null;
    /**
     * Published field or measure.
     */
    field: string | null;
    /**
     * The value found.
     */
    value: string | null;
    /**
     * What it is compared with.
     */
    other: string | null;
    /**
     * The finding as a sentence.
     */
    message: string;
    /**
     * Published file.
     */
    file: string | null;
    /**
     * Data row; 1 follows the header.
     */
    row: number | null;
};

export type FindingsAnswer = {
    data: FindingsRow[];
    meta: TableMeta;
};

export type FindingsKindsRow = {
    /**
     * Kind of finding.
     */
    kind: "more_enabled_than_registered" | "more_accessed_than_enabled" | "negative_new_patients" | "list_size_missing" | "list_sizes_differ" | "names_differ" | "names_differ_in_file" | "row_missing" | "service_missing" | "suppliers_differ" | "places_differ" | "name_changed" | "supplier_changed" | "system_changed" | "fell_to_none" | "unusual_move" | "ccg_changed" | "practice_appeared" | "practice_vanished" | "area_names_differ" | "area_name_changed" | "coverage_drop" | "national_move" | "month_missing" | "lookup_across_border" | "area_without_shape" | "shape_without_area" | "hidden_characters" | "date_rewritten" | "date_not_month_end";
    /**
     * Its title.
     */
    title: string;
    /**
     * What it means for the figures.
     */
    description: string;
    /**
     * How many there are.
     */
    findings: number;
    /**
     * How many practices they are about.
     */
    practices: number;
    /**
     * First month with one.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    first_period: string | null;
    /**
     * Last month with one.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    last_period: string | null;
};

export type FindingsKindsAnswer = {
    data: FindingsKindsRow[];
    meta: TableMeta;
};

export type ContinuityRow = {
    /**
     * Month, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * Level of the place.
     */
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    /**
     * Code of the place, as published.
     */
    area_code: string;
    /**
     * Name of the place in that month; of a place that only the practice lookup defines, its name there.
     */
    area_name: string;
    /**
     * Id of the measure.
     */
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    /**
     * What the value is in.
     */
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    /**
     * The figure in the earlier release, in the unit.
     */
    value_before: number | null;
    /**
     * The figure in this release, in the unit.
     */
    value_after: number | null;
    /**
     * What it rose by, in the unit.
     */
    difference: number | null;
    /**
     * Practices in the extract in the earlier release.
     */
    practices_before: number;
    /**
     * Practices that reported it in the earlier release.
     */
    practices_reported_before: number;
    /**
     * Practices in the extract in this release.
     */
    practices_after: number;
    /**
     * Practices that reported it in this release.
     */
    practices_reported_after: number;
    /**
     * Whether its numerator, denominator or coverage differ.
     */
    revised: boolean;
};

export type ContinuityAnswer = {
    data: ContinuityRow[];
    meta: TableMeta & {
        /**
         * The release it is compared with; none where there is none of its kind.
         */
        against: string | null;
        /**
         * Months that in both.
         */
        shared_periods: string[];
        /**
         * Months that only in this release.
         */
        added_periods: string[];
        /**
         * Months that only in the earlier release.
         */
        dropped_periods: string[];
        /**
         * Figures of the months that are in both.
         */
        compared: number;
        /**
         * How many of them differ.
         */
        revised: number;
        /**
         * What the answer shows, in plain English.
         */
        sentence: string;
    };
};

export type RevisionsRow = {
    /**
     * Month, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * Level of the place.
     */
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    /**
     * Code of the place, as published.
     */
    area_code: string;
    /**
     * Latest name of the place.
     */
    area_name: string;
    /**
     * Id of the measure.
     */
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    /**
     * What the value is in.
     */
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    /**
     * What differs: the value, only the counts or the coverage behind the same value, or that the place has the figure in the later release alone (`new`) or in the earlier alone (`gone`).
     */
    change: "value" | "counts" | "new" | "gone";
    /**
     * Numerator in the earlier release.
     */
    numerator_before: number | null;
    /**
     * Numerator in the later release.
     */
    numerator_after: number | null;
    /**
     * Denominator in the earlier release.
     */
    denominator_before: number | null;
    /**
     * Denominator in the later release.
     */
    denominator_after: number | null;
    /**
     * Value at full precision, in the unit, in the earlier release.
     */
    value_before: number | null;
    /**
     * Value at full precision, in the unit, in the later release.
     */
    value_after: number | null;
    /**
     * What the value rose by, in the unit.
     */
    difference: number | null;
    /**
     * Practices in the extract in the earlier release.
     */
    practices_before: number;
    /**
     * Practices in the extract in the later release.
     */
    practices_after: number;
    /**
     * Practices that reported it in the earlier release.
     */
    practices_reported_before: number;
    /**
     * Practices that reported it in the later release.
     */
    practices_reported_after: number;
    /**
     * All reasons, separated by commas: restated, new_practice, gone_practice, boundary, rule. `restated` is a practice of which another number is published, `boundary` one that is in another area, and `rule` that the software counts otherwise, for nothing changed of any practice.
     */
    why: string;
    /**
     * Practices in it of which another number is published.
     */
    practices_restated: number;
    /**
     * Practices in it that the earlier release has not in the month.
     */
    practices_new: number;
    /**
     * Practices in it that the later release has no more in the month.
     */
    practices_gone: number;
    /**
     * Practices that came to it or left it for another area of its level.
     */
    practices_moved: number;
    /**
     * The same in plain English.
     */
    sentence: string;
};

export type RevisionsAnswer = {
    data: RevisionsRow[];
    meta: TableMeta & {
        /**
         * The earlier of the two releases; none where there is nothing to compare with.
         */
        before: string | null;
        /**
         * The later of the two.
         */
        after: string | null;
        /**
         * How many of the figures asked for have another value.
         */
        revised: number;
        /**
         * How many have other counts behind the same value.
         */
        recounted: number;
        /**
         * How many only the later release has.
         */
        "new": number;
        /**
         * How many only the earlier release has.
         */
        gone: number;
        /**
         * What the answer shows, in plain English.
         */
        sentence: string;
    };
};

export type RevisionsTotalsRow = {
    /**
     * Month, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * Level of the places.
     */
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    /**
     * Id of the measure.
     */
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    /**
     * Figures in the earlier release.
     */
    figures_before: number;
    /**
     * Figures in the later release.
     */
    figures_after: number;
    /**
     * Figures that are the same in both.
     */
    unchanged: number;
    /**
     * Figures that have another value.
     */
    revised: number;
    /**
     * Figures that have other counts behind the same value.
     */
    recounted: number;
    /**
     * Figures that only the later release has.
     */
    "new": number;
    /**
     * Figures that only the earlier release has.
     */
    gone: number;
};

export type RevisionsTotalsAnswer = {
    data: RevisionsTotalsRow[];
    meta: TableMeta & {
        /**
         * The earlier of the two releases; none where there is nothing to compare with.
         */
        before: string | null;
        /**
         * The later of the two.
         */
        after: string | null;
    };
};

export type VintagesRow = {
    /**
     * Id of the release that the row is of.
     */
    vintage: string;
    /**
     * When it came out, in UTC; none where that was not kept.
     * @format date-time
     */
    published_at: string | null;
    /**
     * Whether it answers where no release is named.
     */
    current: boolean;
    /**
     * Whether it was withdrawn.
     */
    withdrawn: boolean;
    /**
     * Month, as YYYY-MM.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string;
    /**
     * Level of the place.
     */
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    /**
     * Code of the place, as published.
     */
    area_code: string;
    /**
     * Name of the place in that month; of a place that only the practice lookup defines, its name there.
     */
    area_name: string;
    /**
     * Id of the measure.
     */
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    /**
     * What the value is in.
     */
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    /**
     * What the measure counts, in patients, practices or transactions.
     */
    numerator: number | null;
    /**
     * What it is counted among, in patients or practices.
     */
    denominator: number | null;
    /**
     * Numerator over denominator at full precision, in the unit.
     */
    value: number | null;
    /**
     * Why there is no value: [x] nobody reported it, [z] not in the extracts of that month.
     */
    marker: ("[x]" | "[z]") | null;
    /**
     * Practices in the extract.
     */
    practices: number;
    /**
     * Practices that reported what the measure needs.
     */
    practices_reported: number;
    /**
     * [r] where the value of the same place and month was another in the release of the row above.
     */
    revised: "[r]" | null;
    /**
     * What it was there, in the unit; none where it was not revised, or had no value.
     */
    revised_from: number | null;
    /**
     * The same in plain English.
     */
    sentence: string;
};

export type VintagesAnswer = {
    data: VintagesRow[];
    meta: TableMeta;
};

export type NoticesRow = {
    /**
     * Id of the release that it is about.
     */
    about: string;
    /**
     * When it was given, in UTC.
     * @format date-time
     */
    noticed_at: string;
    /**
     * What kind of notice it is.
     */
    kind: "correction" | "note" | "quality" | "withdrawal";
    /**
     * The notice, or why the release was withdrawn.
     */
    text: string;
    /**
     * Measure it is about; none for all.
     */
    measure: string | null;
    /**
     * Place it is about; none for all.
     */
    area: string | null;
    /**
     * Month it is about; none for all.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string | null;
    /**
     * The same with its day, as a sentence.
     */
    sentence: string;
};

export type NoticesAnswer = {
    data: NoticesRow[];
    meta: TableMeta;
};

export type StatementsRow = {
    /**
     * What it is about.
     */
    topic: "status" | "revisions" | "corrections" | "releasing" | "access";
    /**
     * The same as a heading.
     */
    title: string;
    /**
     * What is stated.
     */
    text: string;
    /**
     * Whether those who run this copy have stated nothing of their own.
     */
    is_example: boolean;
};

export type StatementsAnswer = {
    data: StatementsRow[];
    meta: TableMeta;
};

export type ChangesLogRow = {
    /**
     * Version of the software.
     */
    version: string;
    /**
     * The day of the version.
     */
    version_date: string;
    /**
     * What it is about.
     */
    topic: string;
    /**
     * What changed, in plain English.
     */
    change: string;
};

export type ChangesLogAnswer = {
    data: ChangesLogRow[];
    meta: TableMeta;
};

export type AcceptancesRow = {
    /**
     * The check that failed.
     */
    kind: "future_month" | "beyond_file_name" | "fewer_practices" | "fewer_patients" | "region_lost" | "figures_lost" | "service_missing" | "services_alike" | "month_moved" | "older_current";
    /**
     * Month; none where it is about the release.
     * @pattern ^\d{4}-(0[1-9]|1[0-2])$
     */
    period: string | null;
    /**
     * Area.
     */
    area_code: string | null;
    /**
     * The value found.
     */
    value: string | null;
    /**
     * The value it was compared with.
     */
    other: string | null;
    /**
     * The doubt as a sentence.
     */
    message: string;
    /**
     * Why it was accepted.
     */
    reason: string;
    /**
     * The release in which it was accepted.
     */
    accepted_in: string;
};

export type AcceptancesAnswer = {
    data: AcceptancesRow[];
    meta: TableMeta;
};

export type CmlMetricsRow = {
    /**
     * Its id, the same in every release: metric, place and month, and `lookup` where it is on those boundaries.
     */
    datapoint_id: string;
    /**
     * The measure, as `/cml/metadata` names it.
     */
    metric_id: string;
    /**
     * None: figures are not split.
     */
    dimension_id: string | null;
    /**
     * What a figure is of: always a month.
     */
    reporting_grain: string;
    /**
     * Code of the place.
     */
    location_id: string;
    /**
     * Level of the place.
     */
    location_type: string;
    /**
     * The beginning of its month.
     */
    reporting_period_start_datetime: string;
    /**
     * When the release was made.
     */
    publication_datetime: string | null;
    /**
     * The value, in the unit of the metric.
     */
    metric_value: number;
    /**
     * As JSON: numerator, denominator, practices in the extract and those that reported, and the limits of the 95% interval.
     */
    additional_metric_values: string | null;
};

export type CmlMetricsAnswer = {
    data: CmlMetricsRow[];
    meta: TableMeta;
};

export type CmlMetadataRow = {
    /**
     * The online service.
     */
    metric_family_id: string;
    /**
     * The measure.
     */
    metric_id: string;
    /**
     * Whether the latest month has it: `live`, or else `ended`.
     */
    metric_status: string;
    /**
     * Title.
     */
    metric_title: string;
    /**
     * Beginning of the first month with it.
     */
    metric_start_date: string;
    /**
     * Beginning of the last month with it, where it ended.
     */
    metric_end_date: string | null;
    /**
     * What its values are: a share, a rate or a count.
     */
    available_metric_category: string;
    /**
     * What figures are of.
     */
    available_reporting_grain: string;
    /**
     * Levels of place, by commas.
     */
    available_location_types: string;
    /**
     * None: figures are not split.
     */
    available_dimension_types: string | null;
    /**
     * Always primary care.
     */
    business_area: string;
    /**
     * Always general practice.
     */
    business_sub_area: string;
    /**
     * Always patient online services.
     */
    domain: string | null;
    /**
     * What it is made from.
     */
    source_name: string;
    /**
     * None.
     */
    project_id: string | null;
    /**
     * None.
     */
    source_platform: string | null;
    /**
     * Who works it out.
     */
    metric_owner: string;
    /**
     * What it is called for short.
     */
    metric_short_name: string | null;
    /**
     * The published columns it is made from.
     */
    metric_alias: string | null;
    /**
     * How it is counted.
     */
    metric_description: string;
    /**
     * Numerator and denominator.
     */
    calculation: string | null;
    /**
     * Why it matters.
     */
    metric_purpose: string;
    /**
     * What its values are in.
     */
    unit: string;
    /**
     * The type of its values.
     */
    format: string;
    /**
     * None: `/targets` has what was promised.
     */
    target: string | null;
    /**
     * How often there are new figures.
     */
    frequency_of_refresh: string;
    /**
     * How figures of areas are made from those of practices.
     */
    aggregation: string;
    /**
     * Always `N`: nothing was suppressed here.
     */
    statistical_disclosure_control_flag: string;
    /**
     * None.
     */
    statistical_disclosure_control_description: string | null;
    /**
     * Which way it should go.
     */
    interpretation: string | null;
    /**
     * Which practices count.
     */
    inclusion_exclusion_rules: string | null;
    /**
     * None.
     */
    usage: string | null;
    /**
     * None.
     */
    organisation_geog_type: string | null;
    /**
     * What to know before using it.
     */
    footnotes: string | null;
    /**
     * None.
     */
    notes: string | null;
};

export type CmlMetadataAnswer = {
    data: CmlMetadataRow[];
    meta: TableMeta;
};

export type CmlSourcesRow = {
    /**
     * What they are made from.
     */
    source_name: string;
    /**
     * None.
     */
    project_id: string | null;
    /**
     * None.
     */
    source_platform: string | null;
    /**
     * Beginning of the first month.
     */
    first_record_timestamp: string;
    /**
     * Beginning of the last month.
     */
    last_record_timestamp: string;
    /**
     * When the release was made.
     */
    last_ingest_timestamp: string;
    /**
     * The same.
     */
    version_release_date: string;
    /**
     * Number of the release among those with the same last month.
     */
    version_release: number;
};

export type CmlSourcesAnswer = {
    data: CmlSourcesRow[];
    meta: TableMeta;
};

/** By path: the parameters of a question, and its answer as JSON. */
export interface Questions {
  /**
   * All releases, newest month first
   * A release is everything known at one time and never changes; older ones stay.
   * @example /releases
   */
  '/releases': { takes: 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: ReleasesAnswer };
  /**
   * When releases come out, and when they came
   * Every release that is announced, was cancelled or is published, the latest first, with former dates and the reasons for changing them. `/calendar.ics` has the announced ones for calendars.
   * @example /calendar
   */
  '/calendar': { takes: 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: CalendarAnswer };
  /**
   * What is measured, and how
   * The declaration of every measure: wording, unit, numerator, denominator and source.
   * @example /measures
   */
  '/measures': { takes: 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: MeasuresAnswer };
  /**
   * Months of the release
   * Each month with its practices, their registered patients and the measures in it.
   * @example /periods
   */
  '/periods': { takes: 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: PeriodsAnswer };
  /**
   * Places: England, regions, subregions, STPs, CCGs, PCNs and practices
   * Every place that appears in the release, with its latest name, the areas it is in and the months it appears in. PCNs and STPs only where the release has a practice lookup; with `boundaries=lookup` regions and CCGs are those of the lookup too.
   * @example /areas?level=region
   */
  '/areas': { takes: 'level' | 'parent' | 'area' | 'boundaries' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: AreasAnswer };
  /**
   * The files a release was made from
   * Each published extract and reference file with its SHA-256, layout, rows and, for extracts, months.
   * @example /sources
   */
  '/sources': { takes: 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: SourcesAnswer };
  /**
   * Find a practice or a place
   * By code, by name as people say it or, where the release has a practice lookup or the register of practices, by postcode, town or address. Capitals, points and spaces do not matter; abbreviations are read both ways (`St`, `Ctr`, `&`), and typing errors are forgiven. A name may come with where the practice is (`park surgery leeds`). An exact code, postcode or name comes first, then what contains every word; `match` marks what is only near. At a postcode without a practice the nearest are found: those of its sector, its district, or the districts next to it by number. Former names and those of the reference files are found too. Ten rows unless `limit` says otherwise; `meta.found` counts them all.
   * @example /search?q=surgery
   */
  '/search': { takes: 'q' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: SearchAnswer };
  /**
   * One practice: where it is, who supplies its system, and its months as published
   * The areas it is in as of its last month, its PCN and STP by the practice lookup, its postcode and dates by the register of practices (null where the release has none), and for each month its list size, supplier, status of each service and published counts.
   * @example /practices/{code}
   */
  [path: `/practices/${string}`]: { takes: 'release' | 'asOf' | 'format'; answer: PracticesCodeAnswer };
  /**
   * Practices that opened, closed, merged, moved or changed
   * What happened to the practices of an area (England without `area`) in the latest month, or in those asked for: how each extract differs from the one before and, where the release has the register of practices (epraccur), the days they opened and closed; without it `meta.missing` says so. Days of the register may be outside the months of the release: `from` and `to` bound them. That one may have merged into another is read from list sizes: it left the extracts for good in a month in which another in its CCG grew by at least half of its list and by a twentieth of its own, and not across months without a file. Always on the boundaries published, for a practice moves between the CCGs of its month; PCNs and STPs are areas all the same where the release has a practice lookup.
   * @example /lifecycle?period=latest
   */
  '/lifecycle': { takes: 'area' | 'event' | 'period' | 'from' | 'to' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: LifecycleAnswer };
  /**
   * Where the practices of an area that ended are now
   * For an area that is not in the extracts of the latest month, or of the month asked for, where its practices are then: by the areas of its level, those with most practices first. Its practices are those of its last month before that or, where it begins later, of its first one. An area that is in the month has all of its practices itself; a month whose extracts name no areas of its level has none. Always on the boundaries published.
   * @example /whereabouts?area={ccg}
   */
  '/whereabouts': { takes: 'area' | 'period' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: WhereaboutsAnswer };
  /**
   * A list of practice codes as it was pasted, checked
   * Reads up to 500 practice codes out of any text and says of each whether it is a practice of the release, was there before, or is unknown, then with the practice one typo away. `meta.group` is the clean list, as the parameter `group` takes it everywhere. Nothing is stored.
   * @example /groups?codes={practices}
   */
  '/groups': { takes: 'codes' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: GroupsAnswer };
  /**
   * Shapes of areas, for maps
   * A GeoJSON FeatureCollection of the areas of one level (region, stp or ccg), each with its ONS code, its name and, where the release has a practice lookup, the code that figures carry with `boundaries=lookup`. Where the release has no boundaries of the level there are no features, and `missing` says so; as it does where there is no lookup to link them to figures, and where areas of the lookup have no shape because the shapes are of another year. Regions and CCGs are drawn as in the year of their file, so their codes are those of the lookup alone: there are no shapes of the boundaries published each month.
   * @example /boundaries?level=region
   */
  '/boundaries': { takes: 'level' | 'release' | 'asOf' | 'format'; answer: object };
  /**
   * Figures of any measure, place and month
   * Each figure with its numerator, denominator, value, and how many practices are in the extract and reported. Ordered by level, area code, month and measure. Of chosen practices (`supplier`, `size`, `fifth`, `status`, `switched`, `reported`) figures of areas are added up anew, and areas without any have no row. Where figures rest on the practice lookup (PCNs, STPs, `boundaries=lookup`), `meta` names its day and how many practices and patients of each month it places.
   * @example /figures?measure=records_offered,records_enabled&level=region&period=latest
   */
  '/figures': { takes: 'measure' | 'level' | 'area' | 'parent' | 'boundaries' | 'period' | 'from' | 'to' | 'limit' | 'cursor' | 'supplier' | 'size' | 'fifth' | 'status' | 'switched' | 'reported' | 'updatedAfter' | 'group' | 'release' | 'asOf' | 'format'; answer: FiguresAnswer };
  /**
   * Figures as plain English sentences
   * The figures that `/figures` answers to the same question, each as a sentence with its month, place, numerator and denominator, and its coverage where more than one practice in twenty did not report.
   * @example /sentences?measure=records_offered,records_enabled&area=E92000001&period=latest
   */
  '/sentences': { takes: 'measure' | 'level' | 'area' | 'parent' | 'boundaries' | 'period' | 'from' | 'to' | 'limit' | 'cursor' | 'group' | 'release' | 'asOf' | 'format'; answer: SentencesAnswer };
  /**
   * How much of each place is in the figures
   * For each place, month and measure the practices in the extract, how many of them reported what the measure needs, and the same for their registered patients. Practices that did not approve the collection are not in the extract at all.
   * @example /coverage?measure=records_enabled&level=region&period=latest
   */
  '/coverage': { takes: 'measure' | 'level' | 'area' | 'parent' | 'boundaries' | 'period' | 'from' | 'to' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: CoverageAnswer };
  /**
   * What is behind a figure: practices by supplier, list size, deprivation or status
   * Figures of groups of the practices of an area (England without `area`), each with its own coverage and its share of the area’s patients. By deprivation only where the release has a reference file of it; otherwise the table is empty and `meta.missing` says why.
   * @example /breakdowns?measure=records_enabled&by=supplier&period=latest
   */
  '/breakdowns': { takes: 'measure' | 'area' | 'boundaries' | 'by' | 'period' | 'from' | 'to' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: BreakdownsAnswer };
  /**
   * Figures compared with England, the areas they are in, and similar practices
   * One row for each figure and each thing it is compared with: England, its region, subregion and CCG of that month and, for practices in a single month, the median of the 30 practices most like it. Regions without `level`, `area` or `parent`. A figure is compared with the rest of the area it is in, never with itself; an area that is nothing but the place has no row. `word` is the verdict; `meta.confidence_interval` says what the interval may be taken for. Of many areas compared at once some look unusual by accident: at 95% about one in twenty.
   * @example /comparisons?measure=records_enabled&level=region&period=latest
   */
  '/comparisons': { takes: 'measure' | 'level' | 'area' | 'parent' | 'boundaries' | 'period' | 'from' | 'to' | 'benchmark' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: ComparisonsAnswer };
  /**
   * Figures of places, and how far each is from that of one place
   * The figures that `/figures` answers to the same question, each beside the figure of the same month of one place, `against`, which is always of all its practices and may contain the others. A difference says where places stand, and not whether it is more than chance: for a verdict ask `/comparisons`.
   * @example /differences?measure=records_enabled&level=region&period=latest&against=E92000001
   */
  '/differences': { takes: 'measure' | 'level' | 'area' | 'parent' | 'boundaries' | 'period' | 'from' | 'to' | 'against' | 'supplier' | 'size' | 'fifth' | 'status' | 'switched' | 'reported' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: DifferencesAnswer };
  /**
   * How practices spread: deciles of their values
   * For each month the nine deciles of the values of practices that have one, by linear interpolation; `p50` is the median. Of chosen practices (`supplier` and the like) only theirs.
   * @example /deciles?measure=records_enabled&period=latest
   */
  '/deciles': { takes: 'measure' | 'within' | 'boundaries' | 'period' | 'from' | 'to' | 'supplier' | 'size' | 'fifth' | 'status' | 'switched' | 'reported' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: DecilesAnswer };
  /**
   * Where practices are among others: percentile and group
   * Each practice's percentile among the practices of an area (what percentage of the others are below it) and its group of equal size, 1 the lowest.
   * @example /percentiles?measure=records_enabled&period=latest
   */
  '/percentiles': { takes: 'measure' | 'area' | 'within' | 'boundaries' | 'period' | 'from' | 'to' | 'quantiles' | 'supplier' | 'size' | 'fifth' | 'status' | 'switched' | 'reported' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: PercentilesAnswer };
  /**
   * How practices spread: how many are in each step of the value
   * Counts of practices by steps of equal width, from zero, at most about forty; steps without a practice are included. The highest hundredth of the practices shares one open step at the end, where it is far beyond the others.
   * @example /histogram?measure=records_enabled&period=latest
   */
  '/histogram': { takes: 'measure' | 'within' | 'boundaries' | 'period' | 'supplier' | 'size' | 'fifth' | 'status' | 'switched' | 'reported' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: HistogramAnswer };
  /**
   * Which places differ by more than is usual between places of their size
   * Places of one level, against limits around their common mean. Lists are so large that plain limits flag nearly every place, so the limits are widened by the differences usual between places (overdispersion) unless `limits=plain`. With many places some are beyond the limits by chance: at 95% one in twenty. `meta` has the mean (`target`, in the unit), `phi` and `tau2`.
   * @example /funnel?measure=records_enabled&level=ccg&period=latest
   */
  '/funnel': { takes: 'measure' | 'level' | 'parent' | 'boundaries' | 'period' | 'supplier' | 'size' | 'fifth' | 'status' | 'switched' | 'reported' | 'limits' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: FunnelAnswer };
  /**
   * Two figures of the same places, and whether they go together
   * Places of one level in a month, each with a figure, with what it is held against (another measure, list size or deprivation), and with what it is like. `meta` holds Spearman’s rank correlation with its 95% confidence interval. It describes places, not the people in them, and does not say that one causes the other. Deprivation only where the release has a reference file of it; otherwise `across_value` is empty and `meta.missing` says why.
   * @example /pairs?measure=records_enabled&across=list_size&level=ccg&period=latest
   */
  '/pairs': { takes: 'measure' | 'across' | 'level' | 'parent' | 'boundaries' | 'period' | 'supplier' | 'size' | 'fifth' | 'status' | 'switched' | 'reported' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: PairsAnswer };
  /**
   * The practices most like one, and how it compares with them
   * The 30 practices nearest to one by the supplier of their system and list size, and by deprivation and town or country where the release has reference files of them; never by uptake. `limit` shows the first of them; `meta` is of all 30: the practice’s own figure, the peers’ median and quartiles, how many are below it, what entered the distance, how much that explains, what is missing, and a sentence. Peers are the same on all boundaries; only the CCGs named beside them differ.
   * @example /peers?practice={practice}&measure=records_enabled&period=latest
   */
  '/peers': { takes: 'practice' | 'boundaries' | 'measure' | 'period' | 'limit' | 'release' | 'asOf' | 'format'; answer: PeersAnswer };
  /**
   * Who is left out: a figure from the most to the least deprived practices
   * For each month a straight line through the practices of an area (England without `area`), from those whose patients’ homes are most deprived to those where they are least, weighted by patients: the slope and relative index of inequality with intervals that do not presume equal variances, and the concentration index. It describes practices and where their patients live, not patients. Practices without a score are left out. With few practices the intervals are too narrow: of fewer than 20 the sentence claims no gap. Always on the boundaries published. Only where the release has scores of deprivation; else the table is empty and `meta.missing` says why.
   * @example /inequality?measure=records_enabled&period=latest
   */
  '/inequality': { takes: 'measure' | 'area' | 'period' | 'from' | 'to' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: InequalityAnswer };
  /**
   * Where the differences are: between regions, CCGs, suppliers or practices
   * How much of all differences between the practices of England in a month is between the places of each level and between suppliers. `between` takes each level by itself (eta squared) and `nested` each within the one above, as exact sums of squares, by patients and with every practice counting alike; `component` splits them into components of variance, levels within each other and suppliers across them, by restricted maximum likelihood.
   * @example /variance?measure=records_enabled
   */
  '/variance': { takes: 'measure' | 'period' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: VarianceAnswer };
  /**
   * What is new at a place: told once, and only where there is a reason
   * The news of a place (England without `area`), the latest month first: its own, and that of the places one level below it. **New figures:** A release was published. Told in the news of England only. **Correction or note:** A correction, a note or a warning about the quality of a release was published. One about a place is told in the news of that place and of England. **Release withdrawn:** A release was withdrawn. Told in the news of every place. **Figures revised:** The release has other figures of patients set up than the one before it, for months that both have. Told in the news of the place itself. **Unusual change:** The share of an area’s patients who are set up changed by more than is usual: beyond the limits of an XmR chart of its monthly changes up to then, of which there are at least 10, and by at least a quarter of the least difference that matters. Of steady series, fewer than 1 in 100 give such an entry in a month. **Level of a target reached:** The share of patients set up at the place is at or above a national target for the first time in the extracts; whether the target was met is told from its month on. A practice’s is told in its own news only. **May have merged into another:** The practice left the extracts as the list of another in its CCG grew; the entry names the one to follow from now on. **Appeared in the extracts:** The practice is in the extract of the month and was not in the last one before. **Closed:** The practice closed, by the register of practices. **Left the extracts:** The practice is not in the extract of the month and was in the last one before. Where it closed or may have merged, that is told instead. **Changed its system supplier:** The practice moved to the system of another supplier, with what that did to the patients set up. **Patients set up moved far:** Patients set up at the practice fell to none from 100 or more, or moved further in a month than is usual at practices of its size and supplier. Where it changed supplier in that month, that is told instead. **Not reported:** The practice is in the extract without figures that it had in the month before. Told once, in the first such month. What is usual from month to month is no news. The id of an entry stays the same when a release is built again, so that nobody is told twice. `/feed.atom` and `/feed.json`, with the same `area`, `group` and `measure`, are this as a feed. Always on the boundaries published: a place is followed as it is.
   * @example /news
   */
  '/news': { takes: 'area' | 'measure' | 'from' | 'to' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: NewsAnswer };
  /**
   * What is usual from month to month, and which months are unusual
   * The figure of one measure and place by month, as an XmR chart: the mean and limits of what is usual (lower and upper process limit) and the first signal each month gives. Limits start afresh at each of `restarts` and after months without a file. With `view=changes` each value is the change since the month before, for figures that climb, and the changes into `restarts` are set aside: they have a cause and take no part in the limits; with `view=trend` the mean is a line through the means of both halves of the stretch, and the limits run along it; with `view=working_days` the rate is divided by the working days of the month (Monday to Friday without the bank holidays of England). A month without a figure is an empty row. `meta` has the restarts used, those suggested where a step is plain, what the chart shows as a sentence, and whether what is usual meets the targets of the measure. Limits need two figures in a row; sentences call nothing usual by fewer than 5, and those of less than twelve months provisional.
   * @example /xmr?measure=records_enabled&area=E92000001
   */
  '/xmr': { takes: 'measure' | 'area' | 'boundaries' | 'from' | 'to' | 'restarts' | 'view' | 'supplier' | 'size' | 'fifth' | 'status' | 'switched' | 'reported' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: XmrAnswer };
  /**
   * The recent trend, as Fingertips works it out
   * For each place of the month, whether its last five figures of the 12 months up to it rise or fall: a line weighted by their intervals, the recent trend of the Office for Health Improvement and Disparities (Fingertips). It was made for yearly samples of different people. Patients set up are the same people month after month, so that it sees hardly any change of single practices and one in nearly every area: `/xmr?view=changes` tells what is usual from month to month. Rates of transactions have no such intervals, so their trend cannot be calculated. Better and worse are said only where the figure went the same way over all the months looked at.
   * @example /trends?measure=records_enabled&level=region&period=latest
   */
  '/trends': { takes: 'measure' | 'level' | 'area' | 'parent' | 'boundaries' | 'period' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: TrendsAnswer };
  /**
   * Where a change between two months came from
   * How much of the change of a place's figure came from practices that changed supplier, from others whose own figure changed, from the sizes of lists, and from new practices, left, began or stopped reporting; the parts add up to the total. A practice that moves between places leaves one and comes to the other; on the boundaries of a lookup none moves, for it places each practice once. Where a measure counts every practice in the extract, one of unknown status counts as one that does not offer it, as in the figure. The months are the first and the last of the release from `from` to `to`; without `to` its latest, without `from` the one before.
   * @example /changes?measure=records_enabled&area=E92000001
   */
  '/changes': { takes: 'measure' | 'area' | 'boundaries' | 'from' | 'to' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: ChangesAnswer };
  /**
   * How far places moved between two months, the largest rise first
   * Places of one level with their figures in two months, the difference and their place by it. Two months say where places stood, not what is a trend or more than usual: for that ask `/xmr` or `/trends`. Without `to` the later month is the latest that has the measure, without `from` the earlier is the one a year before it or, where the release has none, the first.
   * @example /changes/places?measure=records_enabled&level=ccg
   */
  '/changes/places': { takes: 'measure' | 'level' | 'parent' | 'boundaries' | 'from' | 'to' | 'supplier' | 'size' | 'fifth' | 'status' | 'switched' | 'reported' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: ChangesPlacesAnswer };
  /**
   * What each practice did to a change between two months
   * Every practice behind the change of a place's figure with what it contributed, largest first; the contributions add up to the change. The months are the first and the last of the release from `from` to `to`; without `to` its latest, without `from` the one before.
   * @example /changes/practices?measure=records_enabled&area=E92000001
   */
  '/changes/practices': { takes: 'measure' | 'area' | 'boundaries' | 'from' | 'to' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: ChangesPracticesAnswer };
  /**
   * What a change of supplier does to a measure
   * How practices that moved to another supplier differ, from three months before to five months after, from practices that did not move in this release: each one's change since the month before it moved, less the median change of those that did not between the same months (an event study). Every practice counts once, so the interval of the mean is clustered by practice. A change of supplier is one of system: a practice of EMIS that sends two returns, EMIS (I), has not changed. It is compared with the last month before with a known supplier. Changes across months without a file are left out.
   * @example /events/supplier?measure=any_enabled
   */
  '/events/supplier': { takes: 'measure' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: EventsSupplierAnswer };
  /**
   * Practices that changed supplier, and what happened to a measure
   * Every change of supplier of the release, or of the practices of one area, with the figure of the month before and of the first month on the new system, as numbers and in words. A change of supplier is one of system: a practice of EMIS that sends two returns, EMIS (I), has not changed. It is compared with the last month before with a known supplier.
   * @example /events/supplier/practices?measure=any_enabled
   */
  '/events/supplier/practices': { takes: 'measure' | 'area' | 'boundaries' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: EventsSupplierPracticesAnswer };
  /**
   * Each practice around its change of supplier
   * What the study of changes of supplier is made of: for each change and each month from three before to five after, the practice's figure, its change since the month before it moved, the median change of practices that did not move, and the difference of the two. A change of supplier is one of system: a practice of EMIS that sends two returns, EMIS (I), has not changed. It is compared with the last month before with a known supplier. Changes across months without a file are left out.
   * @example /events/supplier/differences?measure=any_enabled
   */
  '/events/supplier/differences': { takes: 'measure' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: EventsSupplierDifferencesAnswer };
  /**
   * Known events: what a reader of a step or a gap should know of
   * Contracts, changes of boundaries and of what is collected, known errors and the pandemic, each with its months, what it affects and its source. Without `from` and `to`, those of all time. A level is what an event affects, whatever the boundaries. With `area`, also the months of the release in which that practice, or practices with at least 1% of that area’s patients, changed supplier, and an event of some suppliers only where a practice of the area was on their systems in its months.
   * @example /annotations?measure=records_enabled
   */
  '/annotations': { takes: 'measure' | 'level' | 'area' | 'boundaries' | 'from' | 'to' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: AnnotationsAnswer };
  /**
   * What was said of England in public at the time
   * National figures as they were quoted in public, each with its source: to compare the figures of the extracts with. They are no part of a release.
   * @example /published-figures?measure=records_offered
   */
  '/published-figures': { takes: 'measure' | 'from' | 'to' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: PublishedFiguresAnswer };
  /**
   * What it would take: how many more patients bring a place to a level
   * For one practice or area, how many more patients would have to be set up (or use it) to reach the level of its CCG, of England, the median of the 30 practices most like it, and the top tenth of practices in England (their 90th percentile). CCG and peers are those of a practice; an area has the others. Only for measures that count patients enabled or accessing.
   * @example /reach?measure=records_enabled&area=E92000001&period=latest
   */
  '/reach': { takes: 'practice' | 'area' | 'boundaries' | 'measure' | 'period' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: ReachAnswer };
  /**
   * Where to promote: the practices where a campaign would reach most
   * The practices of an area (England without `area`) by their patients short of a level that others reach: the median of each practice’s own peers, unless `towards` says otherwise. `meta` has the area’s gap, how few practices account for at least half of it, and a sentence. Practices that are there already are left out. Only for measures that count patients enabled or accessing.
   * @example /promote?measure=records_enabled&area=E92000001&period=latest
   */
  '/promote': { takes: 'area' | 'boundaries' | 'measure' | 'period' | 'towards' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: PromoteAnswer };
  /**
   * National targets: met by whom, missed by how many, likely to be met or not
   * Each dated target for each place, as seen from the month asked for: read from the last figure up to its date. Where the date is still to come, an area’s figure is projected to it (as `/projections` does): `likely` where all of the 95% range reaches the target, `unlikely` where none does, else `cannot_say`. Practices have the distance and no projection. Where the extracts do not count patients set up for at least one service, the service with the highest figure stands in: one that reaches the target meets it, one that does not says nothing. All of that is what the month asked for showed; `outcome` is how the target ended as far as the release knows, and `sentence` says that too.
   * @example /targets?level=region&period=latest
   */
  '/targets': { takes: 'target' | 'level' | 'area' | 'parent' | 'boundaries' | 'period' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: TargetsAnswer };
  /**
   * What may come in the next months, and how such projections did before
   * For each area, as seen from the month asked for, its value some months on: by default the median of its past monthly changes carried on, or another `method`. The ranges are empirical: between the percentiles of the errors that the same projection made at earlier months, pooled over the areas of its level (over the CCGs where those are fewer than 20). `tested` and `inside_95` say how such ranges did where the value has come since. Where less than 80% were within their 95% range, as few as an 80% range should hold, figures moved in ways that past changes did not foretell: nothing is projected so many months on, nor further. Without 40 such errors, or with a month missing, there is no range. Practices have no projection: for one practice staying as it is predicts better than any trend.
   * @example /projections?measure=any_enabled&area=E92000001&period=latest
   */
  '/projections': { takes: 'measure' | 'level' | 'area' | 'parent' | 'boundaries' | 'period' | 'ahead' | 'method' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: ProjectionsAnswer };
  /**
   * Where a figure came from
   * For one measure, place and month: the figure added up again from the practices, its definition, the published files behind it with their SHA-256, and the SQL that recomputes it from the release file with the DuckDB command line.
   * @example /provenance?measure=records_enabled&area=E92000001&period=latest
   */
  '/provenance': { takes: 'measure' | 'area' | 'boundaries' | 'period' | 'group' | 'release' | 'asOf' | 'format'; answer: ProvenanceAnswer };
  /**
   * The practices behind a figure
   * What each practice in the extract contributed to the figure of one measure, place and month, with the published file and data row it was read from; the parts add up to the figure. Where a measure counts every practice in the extract, so does one that did not report.
   * @example /provenance/practices?measure=records_enabled&area=E92000001&period=latest
   */
  '/provenance/practices': { takes: 'measure' | 'area' | 'boundaries' | 'period' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: ProvenancePracticesAnswer };
  /**
   * What is unusual in the published files
   * Findings do not change any figure. Each names the month, the practice or area, the file and the data row.
   * @example /findings?period=latest
   */
  '/findings': { takes: 'kind' | 'period' | 'practice' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: FindingsAnswer };
  /**
   * What is looked for in the published files, and how often it was found
   * Every kind of finding in words, with how many the release has, also where it has none; `/findings?kind=` lists them.
   * @example /findings/kinds
   */
  '/findings/kinds': { takes: 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: FindingsKindsAnswer };
  /**
   * What changed between two releases, and what did not
   * Every figure of the months that are in both of two releases, side by side: of England and the regions, or of the levels asked for. `meta` names the releases, the months in only one of them, and how many figures were revised. Always on the boundaries published, for the two releases need not have the same practice lookup.
   * @example /continuity?measure=records_enabled
   */
  '/continuity': { takes: 'against' | 'measure' | 'level' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: ContinuityAnswer };
  /**
   * Every figure that differs between two releases, practices included
   * Figures of the months that both of two releases have and that differ between them: before, after and why, at every level, in the order of `/figures`. All shared months without `period`, `from` and `to`. Which of the two is before follows from when they were made, not from which of them is asked. `/revisions/totals` has the numbers of figures, which add up to those of both releases. Always on the boundaries published, for two releases need not have the same practice lookup.
   * @example /revisions?level=england&change=value
   */
  '/revisions': { takes: 'against' | 'measure' | 'level' | 'area' | 'parent' | 'period' | 'from' | 'to' | 'change' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: RevisionsAnswer };
  /**
   * How many figures two releases have, and how many of them differ
   * By level, measure and month, of all months of both releases: `figures_before` = `unchanged` + `revised` + `recounted` + `gone`, and `figures_after` = `unchanged` + `revised` + `recounted` + `new`. Always on the boundaries published, as in `/revisions`.
   * @example /revisions/totals?level=england,practice
   */
  '/revisions/totals': { takes: 'against' | 'measure' | 'level' | 'period' | 'from' | 'to' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: RevisionsTotalsAnswer };
  /**
   * One figure through all releases
   * The figure of one measure, place and month in each release of its kind that has the month, the first published first, with what each revised. A release that was withdrawn is there and says so; one that was removed or cannot be read is not. Always on the boundaries published.
   * @example /vintages?measure=records_enabled&area=E92000001
   */
  '/vintages': { takes: 'measure' | 'area' | 'period' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: VintagesAnswer };
  /**
   * What was said of releases after they came out
   * Every notice about a release, and every withdrawal, the latest first. None is ever changed: what was wrong in one is put right by another that follows it.
   * @example /notices
   */
  '/notices': { takes: 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: NoticesAnswer };
  /**
   * Policies on revisions, corrections and releases, and the status of these statistics
   * What those who run this copy state of its statistics, a row for each topic. Where they have stated nothing there is an example, and `is_example` says so.
   * @example /statements
   */
  '/statements': { takes: 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: StatementsAnswer };
  /**
   * What changed in the API, in definitions and in how figures are worked out, by version
   * The changes of this software that readers of its figures and programs that ask for them need to know, the latest version first. Changes of figures themselves are in `/revisions`.
   * @example /changes-log
   */
  '/changes-log': { takes: 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: ChangesLogAnswer };
  /**
   * What was doubted of a release and accepted, and why
   * Before a release becomes current it is compared with the one before and checked for plausibility. What fails is released only with a reason, which the release records for as long as it has that month. `future_month`: A file has a month that was not over on the day the release was made. `beyond_file_name`: A file has a month other than those that its name, or that of its zip, says: one month, several or a financial year. `fewer_practices`: A month has less than 90% of the practices of the month it replaces and the nearest months within 24 months of it, in the new release and the one before; of months with 100 practices and more. `fewer_patients`: A month has less than 90% of the registered patients of the month it replaces and the nearest months within 24 months of it, in the new release and the one before; of months with 100 practices and more. `region_lost`: A month has less than 50% of the practices that a region had in the month it replaces and the nearest months within 24 months of it, in the new release and the one before; for months with 100 practices or more. A region of fewer than 100 is lost where no practice with its code is left; redrawn regions keep their practices. `figures_lost`: The part of a month’s practices that have figures of a measure is less than 50% of that in the month it replaces and the nearest months within 24 months of it, in the new release and the one before; of measures with 100 practices and more. `service_missing`: A month of files of one service each has no file of a service, though another such month of this release or the one before has all. `services_alike`: Files of two services have the same figures for every practice in a month, as if one were a copy of the other. `month_moved`: A figure of England or a region moved by more than 2 percentage points, or by more than 20% of itself, from the release before; of 100 practices and more. `older_current`: Starting from nothing, the last month would be earlier than that of the release before.
   * @example /acceptances
   */
  '/acceptances': { takes: 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: AcceptancesAnswer };
  /**
   * Figures in the layout of the Central Metrics Library
   * A row for each figure of `/figures` that has a value, in the table "metric" of NHS England’s Central Metrics Library (CML, proforma 2.0, as its package `cml-schemas` 2 has it). A figure that is not known has no row: the layout has no place for it. `/cml/metadata` says what each metric is, `/cml/sources` where they come from.
   * @example /cml/metrics?measure=records_offered,records_enabled&level=region&period=latest
   */
  '/cml/metrics': { takes: 'measure' | 'level' | 'area' | 'parent' | 'boundaries' | 'period' | 'from' | 'to' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: CmlMetricsAnswer };
  /**
   * Measures in the layout of the Central Metrics Library
   * A row for each measure that the release has, in the table "metadata" of NHS England’s Central Metrics Library (CML, proforma 2.0, as its package `cml-schemas` 2 has it).
   * @example /cml/metadata
   */
  '/cml/metadata': { takes: 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: CmlMetadataAnswer };
  /**
   * The source in the layout of the Central Metrics Library
   * What the figures of the release are made from, in the table "source" of NHS England’s Central Metrics Library (CML, proforma 2.0, as its package `cml-schemas` 2 has it). `/sources` names the files.
   * @example /cml/sources
   */
  '/cml/sources': { takes: 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: CmlSourcesAnswer };
  '/openapi.json': { takes: never; answer: object };
}
