// Made from the description of the API by `npm run describe`: change that, not this.
// biome-ignore-all format: made by a program

export type Problem = {
    type: string;
    title: string;
    status: number;
    detail: string;
    parameter?: string;
    value?: string;
};

export type Meta = {
    release: string;
    kind: "published" | "illustrative";
    note: string | null;
    made_at: string;
    first_period: string;
    last_period: string;
    boundaries?: "published" | "lookup";
    lookup?: string;
    placement?: {
        period: string;
        practices: number;
        practices_placed: number;
        practices_unplaced: number;
        registered: number;
        registered_placed: number;
        registered_unplaced: number;
        share_of_patients_placed: number | null;
        practices_in_pcn: number;
        registered_in_pcn: number;
        share_of_patients_in_pcn: number | null;
    }[];
    later?: {
        release: string;
        published_at: string | null;
        sentence: string;
    };
    next_release?: {
        period: string;
        due_at: string;
        provisional: boolean;
        sentence: string;
    };
    withdrawn?: {
        withdrawn_at: string;
        reason: string;
        sentence: string;
    };
    notices?: {
        noticed_at: string;
        kind: "correction" | "note" | "quality";
        text: string;
        measure: string | null;
        area: string | null;
        period: string | null;
        sentence: string;
    }[];
};

export type TableMeta = Meta & {
    total?: number;
    next?: string;
};

export type IndexAnswer = {
    data: {
        path: string;
        summary: string;
        example: string;
    }[];
    meta: Meta;
};

export type ReleasesRow = {
    release: string;
    kind: "published" | "illustrative";
    current: boolean;
    made_at: string;
    first_period: string;
    last_period: string;
    months: number;
    practices: number;
    note: string | null;
    acceptances: number;
    measures_lacking: string | null;
    measures_unknown: string | null;
    bytes: number;
    sha256: string | null;
};

export type ReleasesAnswer = {
    data: ReleasesRow[];
    meta: TableMeta;
};

export type CalendarRow = {
    item: string;
    period: string;
    state: "provisional" | "announced" | "late" | "cancelled" | "published" | "withdrawn";
    due_at: string | null;
    changed_at: string;
    sequence: number;
    release: string | null;
    published_at: string | null;
    former_dates: string | null;
    reasons: string | null;
    notices: string | null;
    early_access: string | null;
    sentence: string;
};

export type CalendarAnswer = {
    data: CalendarRow[];
    meta: TableMeta;
};

export type MeasuresRow = {
    id: string;
    service: "records" | "appointments" | "prescriptions" | "any";
    stage: "offered" | "enabled" | "accessed" | "use";
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    title: string;
    phrase: string;
    numerator_label: string;
    denominator_label: string;
    description: string;
    why_it_matters: string;
    polarity: "higher is better" | "lower is better" | "none";
    published_as_wide: string | null;
    published_as_long: string | null;
    first_period: string | null;
    last_period: string | null;
    counts: "patients" | "practices" | "transactions";
    stock: boolean;
    least_difference: number | null;
};

export type MeasuresAnswer = {
    data: MeasuresRow[];
    meta: TableMeta;
};

export type PeriodsRow = {
    period: string;
    practices: number;
    registered: number | null;
    measures: string;
};

export type PeriodsAnswer = {
    data: PeriodsRow[];
    meta: TableMeta;
};

export type AreasRow = {
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    area_code: string;
    area_name: string;
    region_code: string | null;
    subregion_code: string | null;
    stp_code: string | null;
    ccg_code: string | null;
    pcn_code: string | null;
    ons_code: string | null;
    first_period: string;
    last_period: string;
    registered: number | null;
};

export type AreasAnswer = {
    data: AreasRow[];
    meta: TableMeta;
};

export type SourcesRow = {
    file_id: number;
    name: string;
    sha256: string;
    bytes: number;
    layout: string;
    service: string | null;
    rows: number;
    practices: number;
    first_period: string | null;
    last_period: string | null;
    text_bytes: number;
    address: string | null;
};

export type SourcesAnswer = {
    data: SourcesRow[];
    meta: TableMeta;
};

export type SearchRow = {
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice";
    area_code: string;
    area_name: string;
    within: string | null;
    last_period: string;
    open: boolean;
    close_date: string | null;
    postcode: string | null;
    match: "exact" | "every_word" | "near";
    former_name: string | null;
    other_name: string | null;
    town: string | null;
    supplier: string | null;
    successor_code: string | null;
    successor_name: string | null;
};

export type SearchAnswer = {
    data: SearchRow[];
    meta: TableMeta & {
        found: number;
    };
};

export type PracticesCode = {
    practice_code: string;
    practice_name: string;
    region_code: string | null;
    region_name: string | null;
    subregion_code: string | null;
    subregion_name: string | null;
    stp_code: string | null;
    stp_name: string | null;
    ccg_code: string | null;
    ccg_name: string | null;
    pcn_code: string | null;
    pcn_name: string | null;
    postcode: string | null;
    address: string | null;
    open_date: string | null;
    close_date: string | null;
    register_status: string | null;
    supplier: string | null;
    registered: number | null;
    first_period: string;
    last_period: string;
    open: boolean;
    months: {
        period: string;
        practice_name: string;
        supplier: string | null;
        registered: number | null;
        region_code: string | null;
        subregion_code: string | null;
        ccg_code: string | null;
        records_status: number | null;
        records_enabled: number | null;
        records_accessed: number | null;
        records_use: number | null;
        appointments_status: number | null;
        appointments_enabled: number | null;
        appointments_accessed: number | null;
        appointments_use: number | null;
        prescriptions_status: number | null;
        prescriptions_enabled: number | null;
        prescriptions_accessed: number | null;
        prescriptions_use: number | null;
        any_enabled: number | null;
        any_use: number | null;
        new_enabled: number | null;
    }[];
};

export type PracticesCodeAnswer = {
    data: PracticesCode;
    meta: Meta;
};

export type LifecycleRow = {
    period: string;
    date: string | null;
    practice_code: string;
    practice_name: string;
    event: "opened" | "closed" | "appeared" | "vanished" | "may_have_merged" | "moved" | "renamed" | "changed_supplier" | "supplier_renamed";
    before: string | null;
    after: string | null;
    source: "extracts" | "register";
    sentence: string;
    since: string | null;
};

export type LifecycleAnswer = {
    data: LifecycleRow[];
    meta: TableMeta & {
        missing: string | null;
    };
};

export type WhereaboutsRow = {
    period: string;
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    area_code: string;
    area_name: string;
    practices: number;
    registered: number | null;
};

export type WhereaboutsAnswer = {
    data: WhereaboutsRow[];
    meta: TableMeta & {
        held_period: string;
        practices: number;
        sentence: string;
    };
};

export type GroupsRow = {
    position: number;
    code: string;
    status: "found" | "unknown" | "duplicate";
    area_name: string | null;
    ccg_code: string | null;
    last_period: string | null;
    nearest: string | null;
    nearest_name: string | null;
};

export type GroupsAnswer = {
    data: GroupsRow[];
    meta: TableMeta & {
        found: number;
        unknown: number;
        duplicate: number;
        group: string;
        sentence: string;
    };
};

export type Boundaries = {
    type: "FeatureCollection";
    release: string;
    kind: "published" | "illustrative";
    note: string | null;
    level: "region" | "stp" | "ccg";
    missing: string | null;
    features: {
        type: "Feature";
        id: string;
        properties: {
            area_code: string | null;
            ons_code: string;
            name: string;
        };
        geometry: Record<string, unknown>;
    }[];
};

export type FiguresRow = {
    period: string;
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    area_code: string;
    area_name: string;
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    numerator: number | null;
    denominator: number | null;
    value: number | null;
    marker: ("[x]" | "[z]") | null;
    practices: number;
    practices_reported: number;
    lower_95: number | null;
    upper_95: number | null;
    lower_998: number | null;
    upper_998: number | null;
    vs_england: "higher" | "similar" | "lower" | "not_compared";
    per_working_day: number | null;
    revised: "[r]" | null;
    revised_from: number | null;
};

export type FiguresAnswer = {
    data: FiguresRow[];
    meta: TableMeta;
};

export type SentencesRow = {
    period: string;
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    area_code: string;
    area_name: string;
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    sentence: string;
};

export type SentencesAnswer = {
    data: SentencesRow[];
    meta: TableMeta;
};

export type CoverageRow = {
    period: string;
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    area_code: string;
    area_name: string;
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    practices: number;
    practices_reported: number;
    practices_share: number;
    registered: number | null;
    registered_reported: number;
    registered_share: number | null;
};

export type CoverageAnswer = {
    data: CoverageRow[];
    meta: TableMeta;
};

export type BreakdownsRow = {
    period: string;
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    area_code: string;
    area_name: string;
    by: "supplier" | "list_size" | "deprivation" | "practice_status";
    group_code: string;
    group_name: string;
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    numerator: number | null;
    denominator: number | null;
    value: number | null;
    marker: ("[x]" | "[z]") | null;
    practices: number;
    practices_reported: number;
    lower_95: number | null;
    upper_95: number | null;
    lower_998: number | null;
    upper_998: number | null;
    registered: number | null;
    share_of_patients: number | null;
};

export type BreakdownsAnswer = {
    data: BreakdownsRow[];
    meta: TableMeta & {
        missing: string | null;
    };
};

export type ComparisonsRow = {
    period: string;
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    area_code: string;
    area_name: string;
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    numerator: number | null;
    denominator: number | null;
    value: number | null;
    marker: ("[x]" | "[z]") | null;
    lower_95: number | null;
    upper_95: number | null;
    lower_998: number | null;
    upper_998: number | null;
    against_level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "peers";
    against_code: string;
    against_name: string;
    against_value: number | null;
    difference: number | null;
    comparison_95: "higher" | "similar" | "lower" | "not_compared";
    comparison_998: "higher" | "similar" | "lower" | "not_compared";
    word: "higher" | "about the same" | "lower" | "no clear difference" | "not compared";
    reason: string | null;
    sentence: string;
    rest_value: number | null;
    place: number | null;
    places: number | null;
    meaning: ("better" | "worse") | null;
    places_equal: number | null;
};

export type ComparisonsAnswer = {
    data: ComparisonsRow[];
    meta: TableMeta & {
        confidence_interval: string;
        natural_variation: string;
    };
};

export type DifferencesRow = {
    period: string;
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    area_code: string;
    area_name: string;
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    numerator: number | null;
    denominator: number | null;
    value: number | null;
    marker: ("[x]" | "[z]") | null;
    lower_95: number | null;
    upper_95: number | null;
    lower_998: number | null;
    upper_998: number | null;
    against_code: string;
    against_name: string;
    against_value: number | null;
    difference: number | null;
};

export type DifferencesAnswer = {
    data: DifferencesRow[];
    meta: TableMeta;
};

export type DecilesRow = {
    period: string;
    area_code: string;
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    practices: number;
    p10: number | null;
    p20: number | null;
    p30: number | null;
    p40: number | null;
    p50: number | null;
    p60: number | null;
    p70: number | null;
    p80: number | null;
    p90: number | null;
};

export type DecilesAnswer = {
    data: DecilesRow[];
    meta: TableMeta;
};

export type PercentilesRow = {
    period: string;
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    area_code: string;
    area_name: string;
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    within: string;
    value: number;
    percentile: number | null;
    quantile_group: number | null;
    practices: number;
};

export type PercentilesAnswer = {
    data: PercentilesRow[];
    meta: TableMeta;
};

export type HistogramRow = {
    period: string;
    area_code: string;
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    from: number;
    to: number | null;
    practices: number;
};

export type HistogramAnswer = {
    data: HistogramRow[];
    meta: TableMeta;
};

export type FunnelRow = {
    period: string;
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    area_code: string;
    area_name: string;
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    numerator: number | null;
    denominator: number | null;
    value: number | null;
    marker: ("[x]" | "[z]") | null;
    lower_95: number | null;
    upper_95: number | null;
    lower_998: number | null;
    upper_998: number | null;
    position: ("above_998" | "above_95" | "inside" | "below_95" | "below_998") | null;
};

export type FunnelAnswer = {
    data: FunnelRow[];
    meta: TableMeta & {
        limits: "adjusted" | "plain";
        within: string;
        target: number | null;
        phi: number | null;
        tau2: number | null;
        units: number;
    };
};

export type PairsRow = {
    period: string;
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    area_code: string;
    area_name: string;
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    numerator: number | null;
    denominator: number | null;
    value: number | null;
    marker: ("[x]" | "[z]") | null;
    across: string;
    across_value: number | null;
    practices: number;
    registered: number | null;
    list_size: number | null;
    deprivation: number | null;
    most_deprived: number | null;
    supplier: string | null;
    supplier_changed_period: string | null;
};

export type PairsAnswer = {
    data: PairsRow[];
    meta: TableMeta & {
        rho: number | null;
        rho_lower_95: number | null;
        rho_upper_95: number | null;
        units: number;
        missing: string | null;
        sentence: string;
    };
};

export type PeersRow = {
    rank: number;
    area_code: string;
    area_name: string;
    ccg_code: string | null;
    distance: number;
    supplier: string | null;
    registered: number | null;
    deprivation: number | null;
    rural: boolean | null;
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    numerator: number | null;
    denominator: number | null;
    value: number | null;
    marker: ("[x]" | "[z]") | null;
    supplier_changed_period: string | null;
};

export type PeersAnswer = {
    data: PeersRow[];
    meta: TableMeta & {
        practice: {
            area_code: string;
            area_name: string;
            ccg_code: string | null;
            supplier: string | null;
            registered: number | null;
            deprivation: number | null;
            rural: boolean | null;
            numerator: number | null;
            denominator: number | null;
            value: number | null;
            marker: ("[x]" | "[z]") | null;
            supplier_changed_period: string | null;
        };
        measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
        unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
        period: string;
        peers: number;
        peers_reported: number;
        lower_quartile: number | null;
        median: number | null;
        upper_quartile: number | null;
        peers_below: number | null;
        peers_above: number | null;
        comparison_95: "higher" | "similar" | "lower" | "not_compared";
        word: "higher" | "about the same" | "lower" | "no clear difference" | "not compared";
        reason: string | null;
        peers_vary: boolean | null;
        sentence: string;
        inputs: ("supplier" | "list_size" | "deprivation" | "rurality")[];
        missing: {
            input: "supplier" | "list_size" | "deprivation" | "rurality";
            sentence: string;
        }[];
        explained: number | null;
        explained_sentence: string | null;
        confidence_interval: string;
        natural_variation: string;
    };
};

export type InequalityRow = {
    period: string;
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    area_code: string;
    area_name: string;
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    practices: number;
    practices_reported: number;
    mean: number | null;
    at_most_deprived: number | null;
    at_least_deprived: number | null;
    slope_index: number | null;
    slope_index_lower_95: number | null;
    slope_index_upper_95: number | null;
    relative_index: number | null;
    relative_index_lower_95: number | null;
    relative_index_upper_95: number | null;
    concentration_index: number | null;
};

export type InequalityAnswer = {
    data: InequalityRow[];
    meta: TableMeta & {
        missing: string | null;
        sentence: string | null;
    };
};

export type VarianceRow = {
    period: string;
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    kind: "between" | "nested" | "component";
    weights: "patients" | "practices";
    level: "region" | "subregion" | "ccg" | "supplier" | "practice";
    groups: number;
    variance: number;
    share: number;
    mean: number;
    practices: number;
};

export type VarianceAnswer = {
    data: VarianceRow[];
    meta: TableMeta & {
        sentence: string | null;
    };
};

export type NewsRow = {
    id: string;
    told_at: string | null;
    kind: "release" | "notice" | "withdrawn" | "revised" | "unusual_change" | "target_met" | "may_have_merged" | "appeared" | "closed" | "left" | "changed_supplier" | "moved_far" | "not_reported";
    period: string;
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    area_code: string;
    area_name: string;
    measures: string | null;
    title: string;
    sentence: string;
    follow_on_code: string | null;
};

export type NewsAnswer = {
    data: NewsRow[];
    meta: TableMeta;
};

export type XmrRow = {
    period: string;
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    area_code: string;
    area_name: string;
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    value: number | null;
    segment: number;
    mean: number | null;
    lower: number | null;
    upper: number | null;
    signal: ("outside_limits" | "trend" | "near_limit" | "one_side") | null;
    direction: ("up" | "down") | null;
    marker: ("[x]" | "[z]") | null;
};

export type XmrAnswer = {
    data: XmrRow[];
    meta: TableMeta & {
        restarts: string[];
        suggested_restarts: string[];
        view: "level" | "changes" | "trend" | "working_days";
        restart_reasons: {
            period: string;
            cause: string | null;
        }[];
        sentence: string;
        targets: {
            target: string;
            title: string;
            value: number;
            assurance: ("consistent_pass" | "consistent_fail" | "inconsistent") | null;
            sentence: string;
        }[];
    };
};

export type TrendsRow = {
    period: string;
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    area_code: string;
    area_name: string;
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    value: number | null;
    direction: "increasing" | "decreasing" | "no_change" | "cannot_be_calculated";
    word: "getting better" | "getting worse" | "increasing" | "decreasing" | "no significant change" | "moved, but not steadily one way" | "cannot be calculated";
    slope: number | null;
    chi_squared: number | null;
    from_period: string | null;
    to_period: string | null;
    reason: string | null;
    supplier_changed_period: string | null;
};

export type TrendsAnswer = {
    data: TrendsRow[];
    meta: TableMeta;
};

export type ChangesRow = {
    from_period: string | null;
    to_period: string;
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    area_code: string;
    area_name: string;
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    part: "uptake" | "changed_supplier" | "list_sizes" | "came" | "left" | "began_reporting" | "stopped_reporting" | "total";
    contribution: number | null;
    share: number | null;
    practices: number | null;
};

export type ChangesAnswer = {
    data: ChangesRow[];
    meta: TableMeta & {
        from: string | null;
        to: string;
        before: {
            numerator: number | null;
            denominator: number | null;
            value: number | null;
            practices: number;
            practices_reported: number;
        } | null;
        after: {
            numerator: number | null;
            denominator: number | null;
            value: number | null;
            practices: number;
            practices_reported: number;
        } | null;
        usual: string | null;
        sentence: string;
    };
};

export type ChangesPlacesRow = {
    from_period: string;
    to_period: string;
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    area_code: string;
    area_name: string;
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    before_numerator: number | null;
    before_denominator: number | null;
    before_value: number | null;
    after_numerator: number | null;
    after_denominator: number | null;
    after_value: number | null;
    change: number | null;
    rank: number | null;
};

export type ChangesPlacesAnswer = {
    data: ChangesPlacesRow[];
    meta: TableMeta & {
        from: string | null;
        to: string;
    };
};

export type ChangesPracticesRow = {
    from_period: string | null;
    to_period: string;
    level: "practice";
    area_code: string;
    area_name: string;
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    kind: "both" | "changed_supplier" | "came" | "left" | "began_reporting" | "stopped_reporting";
    contribution: number;
    through_uptake: number;
    through_size: number;
    numerator_before: number | null;
    denominator_before: number | null;
    value_before: number | null;
    numerator_after: number | null;
    denominator_after: number | null;
    value_after: number | null;
};

export type ChangesPracticesAnswer = {
    data: ChangesPracticesRow[];
    meta: TableMeta & {
        from: string | null;
        to: string;
        practices: number;
    };
};

export type EventsSupplierRow = {
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    month: number;
    practices: number;
    mean: number | null;
    lower_95: number | null;
    upper_95: number | null;
    median: number | null;
    lower_quartile: number | null;
    upper_quartile: number | null;
    fell_more_than_5: number | null;
};

export type EventsSupplierAnswer = {
    data: EventsSupplierRow[];
    meta: TableMeta & {
        changes: number;
        suppliers_from: string | null;
        suppliers_to: string | null;
        sentence: string;
    };
};

export type EventsSupplierPracticesRow = {
    period: string;
    base_period: string;
    practice_code: string;
    practice_name: string;
    old_supplier: string;
    new_supplier: string;
    registered: number | null;
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    before: number | null;
    after: number | null;
    sentence: string;
};

export type EventsSupplierPracticesAnswer = {
    data: EventsSupplierPracticesRow[];
    meta: TableMeta;
};

export type EventsSupplierDifferencesRow = {
    period: string;
    base_period: string;
    practice_code: string;
    practice_name: string;
    old_supplier: string;
    new_supplier: string;
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    month: number;
    month_period: string;
    value: number | null;
    base_value: number | null;
    change: number | null;
    others: number;
    others_median_change: number | null;
    difference: number | null;
};

export type EventsSupplierDifferencesAnswer = {
    data: EventsSupplierDifferencesRow[];
    meta: TableMeta;
};

export type AnnotationsRow = {
    id: string;
    kind: "contract" | "collection" | "boundaries" | "data quality" | "pandemic" | "supplier";
    period_from: string | null;
    period_to: string | null;
    measures: string | null;
    suppliers: string | null;
    levels: string | null;
    title: string;
    text: string;
    source: string;
    source_url: string;
};

export type AnnotationsAnswer = {
    data: AnnotationsRow[];
    meta: TableMeta;
};

export type PublishedFiguresRow = {
    period: string;
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    value: number | null;
    said: string;
    source: string;
    source_url: string;
};

export type PublishedFiguresAnswer = {
    data: PublishedFiguresRow[];
    meta: TableMeta;
};

export type ReachRow = {
    period: string;
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    area_code: string;
    area_name: string;
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    numerator: number | null;
    denominator: number | null;
    value: number | null;
    marker: ("[x]" | "[z]") | null;
    to: "ccg" | "england" | "peers_median" | "top_tenth";
    to_code: string | null;
    to_name: string;
    target_value: number | null;
    more_patients: number | null;
    sentence: string;
};

export type ReachAnswer = {
    data: ReachRow[];
    meta: TableMeta;
};

export type PromoteRow = {
    rank: number;
    period: string;
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    area_code: string;
    area_name: string;
    ccg_code: string | null;
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    numerator: number;
    denominator: number;
    value: number;
    target_value: number;
    gap: number;
    share: number;
    running_share: number;
    supplier_changed_period: string | null;
};

export type PromoteAnswer = {
    data: PromoteRow[];
    meta: TableMeta & {
        period: string;
        measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
        area_code: string;
        area_name: string;
        towards: "peers" | "england" | "top_tenth";
        gap: number;
        hold_half: number;
        practices_short: number;
        practices_reported: number;
        sentence: string;
    };
};

export type TargetsRow = {
    period: string;
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    area_code: string;
    area_name: string;
    target: string;
    title: string;
    target_value: number;
    target_period: string;
    measure: string;
    read_period: string | null;
    value: number | null;
    state: "met" | "missed" | "likely" | "unlikely" | "cannot_say";
    patients_short: number | null;
    projected: number | null;
    sentence: string;
    source: string;
    source_url: string;
    lower_95: number | null;
    upper_95: number | null;
    supplier_changed_period: string | null;
    outcome: ("met" | "missed" | "cannot_say") | null;
    outcome_period: string | null;
    outcome_measure: string | null;
    outcome_value: number | null;
};

export type TargetsAnswer = {
    data: TargetsRow[];
    meta: TableMeta;
};

export type ProjectionsRow = {
    period: string;
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    area_code: string;
    area_name: string;
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    ahead: number;
    target_period: string;
    unchanged: number | null;
    projected: number | null;
    lower_95: number | null;
    upper_95: number | null;
    lower_80: number | null;
    upper_80: number | null;
    errors_known: number | null;
    errors_of: ("england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice") | null;
    tested: number | null;
    inside_95: number | null;
    inside_80: number | null;
    reason: string | null;
    sentence: string | null;
};

export type ProjectionsAnswer = {
    data: ProjectionsRow[];
    meta: TableMeta;
};

export type Provenance = {
    period: string;
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    area_code: string;
    area_name: string;
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    figure: {
        numerator: number | null;
        denominator: number | null;
        value: number | null;
        practices: number;
        practices_reported: number;
    };
    definition: {
        description: string;
        numerator: string;
        denominator: string;
        published_as_wide: string | null;
        published_as_long: string | null;
        in_extract_when: string;
        reported_when: string;
        counts: "practices in the extract" | "practices that reported";
        adds_up: {
            numerator: string;
            denominator: string;
        };
    };
    files: {
        name: string;
        sha256: string;
        layout: string;
        rows: number;
        practices: number;
    }[];
    release_file: {
        name: string;
        address: string;
        bytes: number;
    };
    sql: string;
    how_to_run: string;
};

export type ProvenanceAnswer = {
    data: Provenance;
    meta: Meta;
};

export type ProvenancePracticesRow = {
    period: string;
    practice_code: string;
    practice_name: string;
    numerator: number | null;
    denominator: number | null;
    reported: boolean;
    file: string | null;
    row: number | null;
};

export type ProvenancePracticesAnswer = {
    data: ProvenancePracticesRow[];
    meta: TableMeta;
};

export type FindingsRow = {
    kind: "more_enabled_than_registered" | "more_accessed_than_enabled" | "negative_new_patients" | "list_size_missing" | "list_sizes_differ" | "names_differ" | "names_differ_in_file" | "row_missing" | "service_missing" | "suppliers_differ" | "places_differ" | "name_changed" | "supplier_changed" | "system_changed" | "fell_to_none" | "unusual_move" | "ccg_changed" | "practice_appeared" | "practice_vanished" | "area_names_differ" | "area_name_changed" | "coverage_drop" | "national_move" | "month_missing" | "lookup_across_border" | "area_without_shape" | "shape_without_area" | "hidden_characters" | "date_rewritten" | "date_not_month_end";
    period: string | null;
    practice_code: string | null;
    area_code: string | null;
    field: string | null;
    value: string | null;
    other: string | null;
    message: string;
    file: string | null;
    row: number | null;
};

export type FindingsAnswer = {
    data: FindingsRow[];
    meta: TableMeta;
};

export type FindingsKindsRow = {
    kind: "more_enabled_than_registered" | "more_accessed_than_enabled" | "negative_new_patients" | "list_size_missing" | "list_sizes_differ" | "names_differ" | "names_differ_in_file" | "row_missing" | "service_missing" | "suppliers_differ" | "places_differ" | "name_changed" | "supplier_changed" | "system_changed" | "fell_to_none" | "unusual_move" | "ccg_changed" | "practice_appeared" | "practice_vanished" | "area_names_differ" | "area_name_changed" | "coverage_drop" | "national_move" | "month_missing" | "lookup_across_border" | "area_without_shape" | "shape_without_area" | "hidden_characters" | "date_rewritten" | "date_not_month_end";
    title: string;
    description: string;
    findings: number;
    practices: number;
    first_period: string | null;
    last_period: string | null;
};

export type FindingsKindsAnswer = {
    data: FindingsKindsRow[];
    meta: TableMeta;
};

export type ContinuityRow = {
    period: string;
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    area_code: string;
    area_name: string;
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    value_before: number | null;
    value_after: number | null;
    difference: number | null;
    practices_before: number;
    practices_reported_before: number;
    practices_after: number;
    practices_reported_after: number;
    revised: boolean;
};

export type ContinuityAnswer = {
    data: ContinuityRow[];
    meta: TableMeta & {
        against: string | null;
        shared_periods: string[];
        added_periods: string[];
        dropped_periods: string[];
        compared: number;
        revised: number;
        sentence: string;
    };
};

export type RevisionsRow = {
    period: string;
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    area_code: string;
    area_name: string;
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    change: "value" | "counts" | "new" | "gone";
    numerator_before: number | null;
    numerator_after: number | null;
    denominator_before: number | null;
    denominator_after: number | null;
    value_before: number | null;
    value_after: number | null;
    difference: number | null;
    practices_before: number;
    practices_after: number;
    practices_reported_before: number;
    practices_reported_after: number;
    why: string;
    practices_restated: number;
    practices_new: number;
    practices_gone: number;
    practices_moved: number;
    sentence: string;
};

export type RevisionsAnswer = {
    data: RevisionsRow[];
    meta: TableMeta & {
        before: string | null;
        after: string | null;
        revised: number;
        recounted: number;
        "new": number;
        gone: number;
        sentence: string;
    };
};

export type RevisionsTotalsRow = {
    period: string;
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    figures_before: number;
    figures_after: number;
    unchanged: number;
    revised: number;
    recounted: number;
    "new": number;
    gone: number;
};

export type RevisionsTotalsAnswer = {
    data: RevisionsTotalsRow[];
    meta: TableMeta & {
        before: string | null;
        after: string | null;
    };
};

export type VintagesRow = {
    vintage: string;
    published_at: string | null;
    current: boolean;
    withdrawn: boolean;
    period: string;
    level: "england" | "region" | "subregion" | "stp" | "ccg" | "pcn" | "practice" | "group";
    area_code: string;
    area_name: string;
    measure: "records_offered" | "records_offered_practices" | "records_enabled" | "records_accessed" | "records_use" | "appointments_offered" | "appointments_offered_practices" | "appointments_enabled" | "appointments_accessed" | "appointments_use" | "prescriptions_offered" | "prescriptions_offered_practices" | "prescriptions_enabled" | "prescriptions_accessed" | "prescriptions_use" | "any_enabled" | "any_new" | "any_use";
    unit: "percent of patients" | "percent of practices" | "per 1,000 patients" | "per 1,000 patients and working day";
    numerator: number | null;
    denominator: number | null;
    value: number | null;
    marker: ("[x]" | "[z]") | null;
    practices: number;
    practices_reported: number;
    revised: "[r]" | null;
    revised_from: number | null;
    sentence: string;
};

export type VintagesAnswer = {
    data: VintagesRow[];
    meta: TableMeta;
};

export type NoticesRow = {
    about: string;
    noticed_at: string;
    kind: "correction" | "note" | "quality" | "withdrawal";
    text: string;
    measure: string | null;
    area: string | null;
    period: string | null;
    sentence: string;
};

export type NoticesAnswer = {
    data: NoticesRow[];
    meta: TableMeta;
};

export type StatementsRow = {
    topic: "status" | "revisions" | "corrections" | "releasing" | "access";
    title: string;
    text: string;
    is_example: boolean;
};

export type StatementsAnswer = {
    data: StatementsRow[];
    meta: TableMeta;
};

export type ChangesLogRow = {
    version: string;
    version_date: string;
    topic: string;
    change: string;
};

export type ChangesLogAnswer = {
    data: ChangesLogRow[];
    meta: TableMeta;
};

export type AcceptancesRow = {
    kind: "future_month" | "beyond_file_name" | "fewer_practices" | "fewer_patients" | "region_lost" | "figures_lost" | "service_missing" | "services_alike" | "month_moved" | "older_current";
    period: string | null;
    area_code: string | null;
    value: string | null;
    other: string | null;
    message: string;
    reason: string;
    accepted_in: string;
};

export type AcceptancesAnswer = {
    data: AcceptancesRow[];
    meta: TableMeta;
};

export type CmlMetricsRow = {
    datapoint_id: string;
    metric_id: string;
    dimension_id: string | null;
    reporting_grain: string;
    location_id: string;
    location_type: string;
    reporting_period_start_datetime: string;
    publication_datetime: string | null;
    metric_value: number;
    additional_metric_values: string | null;
};

export type CmlMetricsAnswer = {
    data: CmlMetricsRow[];
    meta: TableMeta;
};

export type CmlMetadataRow = {
    metric_family_id: string;
    metric_id: string;
    metric_status: string;
    metric_title: string;
    metric_start_date: string;
    metric_end_date: string | null;
    available_metric_category: string;
    available_reporting_grain: string;
    available_location_types: string;
    available_dimension_types: string | null;
    business_area: string;
    business_sub_area: string;
    domain: string | null;
    source_name: string;
    project_id: string | null;
    source_platform: string | null;
    metric_owner: string;
    metric_short_name: string | null;
    metric_alias: string | null;
    metric_description: string;
    calculation: string | null;
    metric_purpose: string;
    unit: string;
    format: string;
    target: string | null;
    frequency_of_refresh: string;
    aggregation: string;
    statistical_disclosure_control_flag: string;
    statistical_disclosure_control_description: string | null;
    interpretation: string | null;
    inclusion_exclusion_rules: string | null;
    usage: string | null;
    organisation_geog_type: string | null;
    footnotes: string | null;
    notes: string | null;
};

export type CmlMetadataAnswer = {
    data: CmlMetadataRow[];
    meta: TableMeta;
};

export type CmlSourcesRow = {
    source_name: string;
    project_id: string | null;
    source_platform: string | null;
    first_record_timestamp: string;
    last_record_timestamp: string;
    last_ingest_timestamp: string;
    version_release_date: string;
    version_release: number;
};

export type CmlSourcesAnswer = {
    data: CmlSourcesRow[];
    meta: TableMeta;
};

/** By path: the parameters of a question, and its answer as JSON. */
export interface Questions {
  '/releases': { takes: 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: ReleasesAnswer };
  '/calendar': { takes: 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: CalendarAnswer };
  '/measures': { takes: 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: MeasuresAnswer };
  '/periods': { takes: 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: PeriodsAnswer };
  '/areas': { takes: 'level' | 'parent' | 'area' | 'boundaries' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: AreasAnswer };
  '/sources': { takes: 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: SourcesAnswer };
  '/search': { takes: 'q' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: SearchAnswer };
  [path: `/practices/${string}`]: { takes: 'release' | 'asOf' | 'format'; answer: PracticesCodeAnswer };
  '/lifecycle': { takes: 'area' | 'event' | 'period' | 'from' | 'to' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: LifecycleAnswer };
  '/whereabouts': { takes: 'area' | 'period' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: WhereaboutsAnswer };
  '/groups': { takes: 'codes' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: GroupsAnswer };
  '/boundaries': { takes: 'level' | 'release' | 'asOf' | 'format'; answer: object };
  '/figures': { takes: 'measure' | 'level' | 'area' | 'parent' | 'boundaries' | 'period' | 'from' | 'to' | 'limit' | 'cursor' | 'supplier' | 'size' | 'fifth' | 'status' | 'switched' | 'reported' | 'updatedAfter' | 'group' | 'release' | 'asOf' | 'format'; answer: FiguresAnswer };
  '/sentences': { takes: 'measure' | 'level' | 'area' | 'parent' | 'boundaries' | 'period' | 'from' | 'to' | 'limit' | 'cursor' | 'group' | 'release' | 'asOf' | 'format'; answer: SentencesAnswer };
  '/coverage': { takes: 'measure' | 'level' | 'area' | 'parent' | 'boundaries' | 'period' | 'from' | 'to' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: CoverageAnswer };
  '/breakdowns': { takes: 'measure' | 'area' | 'boundaries' | 'by' | 'period' | 'from' | 'to' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: BreakdownsAnswer };
  '/comparisons': { takes: 'measure' | 'level' | 'area' | 'parent' | 'boundaries' | 'period' | 'from' | 'to' | 'benchmark' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: ComparisonsAnswer };
  '/differences': { takes: 'measure' | 'level' | 'area' | 'parent' | 'boundaries' | 'period' | 'from' | 'to' | 'against' | 'supplier' | 'size' | 'fifth' | 'status' | 'switched' | 'reported' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: DifferencesAnswer };
  '/deciles': { takes: 'measure' | 'within' | 'boundaries' | 'period' | 'from' | 'to' | 'supplier' | 'size' | 'fifth' | 'status' | 'switched' | 'reported' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: DecilesAnswer };
  '/percentiles': { takes: 'measure' | 'area' | 'within' | 'boundaries' | 'period' | 'from' | 'to' | 'quantiles' | 'supplier' | 'size' | 'fifth' | 'status' | 'switched' | 'reported' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: PercentilesAnswer };
  '/histogram': { takes: 'measure' | 'within' | 'boundaries' | 'period' | 'supplier' | 'size' | 'fifth' | 'status' | 'switched' | 'reported' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: HistogramAnswer };
  '/funnel': { takes: 'measure' | 'level' | 'parent' | 'boundaries' | 'period' | 'supplier' | 'size' | 'fifth' | 'status' | 'switched' | 'reported' | 'limits' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: FunnelAnswer };
  '/pairs': { takes: 'measure' | 'across' | 'level' | 'parent' | 'boundaries' | 'period' | 'supplier' | 'size' | 'fifth' | 'status' | 'switched' | 'reported' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: PairsAnswer };
  '/peers': { takes: 'practice' | 'boundaries' | 'measure' | 'period' | 'limit' | 'release' | 'asOf' | 'format'; answer: PeersAnswer };
  '/inequality': { takes: 'measure' | 'area' | 'period' | 'from' | 'to' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: InequalityAnswer };
  '/variance': { takes: 'measure' | 'period' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: VarianceAnswer };
  '/news': { takes: 'area' | 'measure' | 'from' | 'to' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: NewsAnswer };
  '/xmr': { takes: 'measure' | 'area' | 'boundaries' | 'from' | 'to' | 'restarts' | 'view' | 'supplier' | 'size' | 'fifth' | 'status' | 'switched' | 'reported' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: XmrAnswer };
  '/trends': { takes: 'measure' | 'level' | 'area' | 'parent' | 'boundaries' | 'period' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: TrendsAnswer };
  '/changes': { takes: 'measure' | 'area' | 'boundaries' | 'from' | 'to' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: ChangesAnswer };
  '/changes/places': { takes: 'measure' | 'level' | 'parent' | 'boundaries' | 'from' | 'to' | 'supplier' | 'size' | 'fifth' | 'status' | 'switched' | 'reported' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: ChangesPlacesAnswer };
  '/changes/practices': { takes: 'measure' | 'area' | 'boundaries' | 'from' | 'to' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: ChangesPracticesAnswer };
  '/events/supplier': { takes: 'measure' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: EventsSupplierAnswer };
  '/events/supplier/practices': { takes: 'measure' | 'area' | 'boundaries' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: EventsSupplierPracticesAnswer };
  '/events/supplier/differences': { takes: 'measure' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: EventsSupplierDifferencesAnswer };
  '/annotations': { takes: 'measure' | 'level' | 'area' | 'boundaries' | 'from' | 'to' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: AnnotationsAnswer };
  '/published-figures': { takes: 'measure' | 'from' | 'to' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: PublishedFiguresAnswer };
  '/reach': { takes: 'practice' | 'area' | 'boundaries' | 'measure' | 'period' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: ReachAnswer };
  '/promote': { takes: 'area' | 'boundaries' | 'measure' | 'period' | 'towards' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: PromoteAnswer };
  '/targets': { takes: 'target' | 'level' | 'area' | 'parent' | 'boundaries' | 'period' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: TargetsAnswer };
  '/projections': { takes: 'measure' | 'level' | 'area' | 'parent' | 'boundaries' | 'period' | 'ahead' | 'method' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: ProjectionsAnswer };
  '/provenance': { takes: 'measure' | 'area' | 'boundaries' | 'period' | 'group' | 'release' | 'asOf' | 'format'; answer: ProvenanceAnswer };
  '/provenance/practices': { takes: 'measure' | 'area' | 'boundaries' | 'period' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: ProvenancePracticesAnswer };
  '/findings': { takes: 'kind' | 'period' | 'practice' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: FindingsAnswer };
  '/findings/kinds': { takes: 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: FindingsKindsAnswer };
  '/continuity': { takes: 'against' | 'measure' | 'level' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: ContinuityAnswer };
  '/revisions': { takes: 'against' | 'measure' | 'level' | 'area' | 'parent' | 'period' | 'from' | 'to' | 'change' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: RevisionsAnswer };
  '/revisions/totals': { takes: 'against' | 'measure' | 'level' | 'period' | 'from' | 'to' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: RevisionsTotalsAnswer };
  '/vintages': { takes: 'measure' | 'area' | 'period' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: VintagesAnswer };
  '/notices': { takes: 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: NoticesAnswer };
  '/statements': { takes: 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: StatementsAnswer };
  '/changes-log': { takes: 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: ChangesLogAnswer };
  '/acceptances': { takes: 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: AcceptancesAnswer };
  '/cml/metrics': { takes: 'measure' | 'level' | 'area' | 'parent' | 'boundaries' | 'period' | 'from' | 'to' | 'group' | 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: CmlMetricsAnswer };
  '/cml/metadata': { takes: 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: CmlMetadataAnswer };
  '/cml/sources': { takes: 'limit' | 'cursor' | 'release' | 'asOf' | 'format'; answer: CmlSourcesAnswer };
  '/openapi.json': { takes: never; answer: object };
}
