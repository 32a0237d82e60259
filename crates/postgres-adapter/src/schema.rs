//! Tables as the migrations make them.

diesel::table! {
    alert (id) {
        id -> Uuid,
        production_id -> Uuid,
        kind -> Text,
        found_at -> Timestamptz,
        title -> Text,
        text -> Text,
    }
}

diesel::table! {
    alert_cause (production_id, kind, cause) {
        production_id -> Uuid,
        kind -> Text,
        cause -> Text,
        alert_id -> Uuid,
    }
}

diesel::table! {
    alert_mute (production_id, kind) {
        production_id -> Uuid,
        kind -> Text,
        muted_until -> Timestamptz,
        muted_by -> Nullable<Uuid>,
    }
}

diesel::table! {
    alert_arrival (production_id) {
        production_id -> Uuid,
        number -> BigInt,
        arrived_at -> Timestamptz,
    }
}

diesel::table! {
    digest (account_id) {
        account_id -> Uuid,
        frequency -> Text,
    }
}

diesel::joinable!(digest -> account (account_id));
diesel::allow_tables_to_appear_in_same_query!(digest, account);

diesel::table! {
    notice_reading (account_id) {
        account_id -> Uuid,
        read_until -> Timestamptz,
    }
}

diesel::table! {
    preference (account_id) {
        account_id -> Uuid,
        content -> Jsonb,
        changed_at -> Timestamptz,
    }
}

diesel::table! {
    production (id) {
        id -> Uuid,
        code -> Text,
        name -> Text,
        category -> Text,
        active -> Bool,
        venue -> Nullable<Text>,
        run_start -> Nullable<Date>,
        run_end -> Nullable<Date>,
        sale_start -> Nullable<Date>,
        sale_end -> Nullable<Date>,
        running_minutes -> Nullable<Integer>,
        target_share -> Nullable<Numeric>,
        break_even_krw -> Nullable<BigInt>,
        seats_per_performance -> Nullable<BigInt>,
        preview_end -> Nullable<Date>,
        concert_at -> Nullable<Timestamptz>,
        seat_inventory -> Nullable<Jsonb>,
        slack_webhook_url -> Nullable<Text>,
        revision -> BigInt,
        details_revision -> BigInt,
        targets_revision -> BigInt,
        weeks_revision -> BigInt,
        created_at -> Timestamptz,
        updated_at -> Timestamptz,
        seat_grades -> Jsonb,
        target_krw -> Nullable<BigInt>,
        production_cost_krw -> Nullable<BigInt>,
        revenue_basis -> Text,
    }
}

diesel::table! {
    daily_target (production_id, sale_day) {
        production_id -> Uuid,
        sale_day -> Date,
        target_krw -> BigInt,
    }
}

diesel::table! {
    marketing_week (production_id, monday) {
        production_id -> Uuid,
        monday -> Date,
        sales_marketing -> Nullable<Text>,
        promotion -> Nullable<Text>,
        other -> Nullable<Text>,
    }
}

diesel::table! {
    monthly_note (month) {
        month -> Date,
        note -> Text,
    }
}

diesel::table! {
    calendar_note (day) {
        day -> Date,
        note -> Text,
    }
}

diesel::table! {
    upload (id) {
        id -> Uuid,
        accepted_no -> BigInt,
        production_id -> Uuid,
        record_date -> Date,
        status -> Text,
        content_key -> Binary,
        uploaded_by -> Nullable<Uuid>,
        uploaded_at -> Timestamptz,
        finished_at -> Nullable<Timestamptz>,
        diagnostics -> Jsonb,
        diagnostic_counts -> Jsonb,
        facts -> Nullable<Jsonb>,
        layout -> Nullable<Jsonb>,
        recognised -> Nullable<Jsonb>,
        decrypted -> Bool,
        kind -> Text,
        evicted_at -> Nullable<Timestamptz>,
        source_id -> Nullable<Uuid>,
        source_name -> Nullable<Text>,
    }
}

diesel::table! {
    upload_file (upload_id, part) {
        upload_id -> Uuid,
        part -> SmallInt,
        file_name -> Text,
        sha256 -> Binary,
        size_bytes -> BigInt,
    }
}

diesel::table! {
    snapshot (id) {
        id -> BigInt,
        upload_id -> Uuid,
        production_id -> Uuid,
        has_sale_days -> Bool,
    }
}

diesel::table! {
    daily_sale (snapshot_id, sale_day) {
        snapshot_id -> BigInt,
        sale_day -> Date,
        revenue_krw -> BigInt,
        seats -> BigInt,
        complimentary_seats -> BigInt,
        seats_by_grade -> Jsonb,
        production_id -> Uuid,
    }
}

diesel::table! {
    performance_sale (snapshot_id, starts_at) {
        snapshot_id -> BigInt,
        starts_at -> Timestamptz,
        cast_names -> Array<Text>,
        paid_seats -> BigInt,
        complimentary_seats -> BigInt,
        paid_seats_by_grade -> Jsonb,
        complimentary_seats_by_grade -> Jsonb,
        revenue_krw -> Nullable<BigInt>,
        deposit_share -> Nullable<Numeric>,
        paid_share -> Nullable<Numeric>,
        complimentary_share -> Nullable<Numeric>,
        production_id -> Uuid,
        number -> Nullable<BigInt>,
        remark -> Nullable<Text>,
        cast_roles -> Nullable<Array<Text>>,
        deposited_seats -> Nullable<BigInt>,
        deposited_krw -> Nullable<BigInt>,
    }
}

diesel::table! {
    agency_name (snapshot_id, agency) {
        snapshot_id -> BigInt,
        production_id -> Uuid,
        agency -> Text,
        name -> Text,
    }
}

diesel::table! {
    agency_day (snapshot_id, sale_day, agency) {
        snapshot_id -> BigInt,
        production_id -> Uuid,
        sale_day -> Date,
        agency -> Text,
        seats -> BigInt,
        revenue_krw -> BigInt,
    }
}

diesel::table! {
    agency_performance (snapshot_id, starts_at, agency) {
        snapshot_id -> BigInt,
        production_id -> Uuid,
        starts_at -> Timestamptz,
        agency -> Text,
        seats -> BigInt,
        revenue_krw -> Nullable<BigInt>,
        deposited_seats -> Nullable<BigInt>,
        deposited_krw -> Nullable<BigInt>,
        seats_by_grade -> Jsonb,
    }
}

diesel::table! {
    breakdown (snapshot_id, dimension, agency, item, part) {
        snapshot_id -> BigInt,
        production_id -> Uuid,
        dimension -> Text,
        agency -> Text,
        agency_name -> Text,
        item -> Text,
        part -> Text,
        position -> Integer,
        seats -> BigInt,
        revenue_krw -> Nullable<BigInt>,
    }
}

diesel::table! {
    account (id) {
        id -> Uuid,
        email -> Text,
        name -> Text,
        password_hash -> Nullable<Text>,
        role -> Text,
        active -> Bool,
        can_upload -> Bool,
        can_manage_productions -> Bool,
        all_productions -> Bool,
        created_at -> Timestamptz,
        activated_at -> Nullable<Timestamptz>,
        registered_from -> Nullable<Text>,
        revision -> BigInt,
    }
}

diesel::table! {
    account_production (account_id, production_id) {
        account_id -> Uuid,
        production_id -> Uuid,
    }
}

diesel::table! {
    session (id) {
        id -> Uuid,
        account_id -> Uuid,
        digest -> Binary,
        created_at -> Timestamptz,
        last_used_at -> Timestamptz,
        expires_at -> Timestamptz,
        address -> Nullable<Text>,
        user_agent -> Nullable<Text>,
    }
}

diesel::table! {
    api_key (id) {
        id -> Uuid,
        account_id -> Uuid,
        digest -> Binary,
        name -> Text,
        read_only -> Bool,
        created_at -> Timestamptz,
        expires_at -> Nullable<Timestamptz>,
        last_used_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    reset_link (account_id) {
        account_id -> Uuid,
        digest -> Binary,
        expires_at -> Timestamptz,
    }
}

diesel::table! {
    second_factor (account_id) {
        account_id -> Uuid,
        secret -> Binary,
        set_up_at -> Nullable<Timestamptz>,
        last_step -> Nullable<BigInt>,
    }
}

diesel::table! {
    recovery_code (account_id, digest) {
        account_id -> Uuid,
        digest -> Binary,
    }
}

diesel::table! {
    known_place (account_id, kind, place) {
        account_id -> Uuid,
        kind -> Text,
        place -> Text,
        last_used_at -> Timestamptz,
    }
}

diesel::table! {
    new_sign_in (id) {
        id -> Uuid,
        account_id -> Uuid,
        at -> Timestamptz,
        address -> Nullable<Text>,
        user_agent -> Nullable<Text>,
    }
}

diesel::table! {
    sign_in_attempt (key) {
        key -> Text,
        failures -> Integer,
        last_at -> Timestamptz,
    }
}

diesel::table! {
    sign_in_origin (account_id, digest) {
        account_id -> Uuid,
        digest -> Bytea,
        last_at -> Timestamptz,
    }
}

diesel::table! {
    registration_gate (id) {
        id -> Bool,
    }
}

diesel::table! {
    registration_attempt (id) {
        id -> BigInt,
        address -> Text,
        at -> Timestamptz,
    }
}

diesel::table! {
    audit_entry (id) {
        id -> BigInt,
        at -> Timestamptz,
        action -> Text,
        subject_id -> Text,
        production_id -> Nullable<Uuid>,
        before -> Nullable<Jsonb>,
        after -> Nullable<Jsonb>,
        user_id -> Nullable<Uuid>,
        user_name -> Nullable<Text>,
        address -> Nullable<Text>,
    }
}

diesel::table! {
    repeat (account_id, route, key) {
        account_id -> Uuid,
        route -> Text,
        key -> Text,
        body_digest -> Binary,
        began_at -> Timestamptz,
        status -> Nullable<SmallInt>,
        location -> Nullable<Text>,
        answer -> Nullable<Binary>,
    }
}

diesel::table! {
    note_revision (kind) {
        kind -> Text,
        revision -> BigInt,
    }
}

diesel::table! {
    destination (id) {
        id -> Uuid,
        name -> Text,
        kind -> Text,
        url -> Nullable<Text>,
        secret -> Nullable<Binary>,
        addresses -> Array<Text>,
        all_productions -> Bool,
        takes_alerts -> Bool,
        takes_snapshots -> Bool,
        revision -> BigInt,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    destination_production (destination_id, production_id) {
        destination_id -> Uuid,
        production_id -> Uuid,
    }
}

diesel::table! {
    schedule (id) {
        id -> Uuid,
        name -> Text,
        kind -> Text,
        cron -> Text,
        all_productions -> Bool,
        attaches_xlsx -> Bool,
        paused_at -> Nullable<Timestamptz>,
        considered_until -> Timestamptz,
        revision -> BigInt,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    schedule_production (schedule_id, production_id) {
        schedule_id -> Uuid,
        production_id -> Uuid,
    }
}

diesel::table! {
    schedule_destination (schedule_id, destination_id) {
        schedule_id -> Uuid,
        destination_id -> Uuid,
    }
}

diesel::table! {
    schedule_run (id) {
        id -> Uuid,
        schedule_id -> Nullable<Uuid>,
        schedule_name -> Nullable<Text>,
        kind -> Text,
        slot -> Timestamptz,
        trigger -> Text,
        state -> Text,
        requested_by -> Nullable<Uuid>,
        failures -> Integer,
        interruptions -> Integer,
        next_attempt_at -> Nullable<Timestamptz>,
        leased_by -> Nullable<Uuid>,
        leased_until -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
        finished_at -> Nullable<Timestamptz>,
        last_error -> Nullable<Text>,
    }
}

diesel::table! {
    delivery (id) {
        id -> Uuid,
        cause -> Text,
        run_id -> Nullable<Uuid>,
        kind -> Text,
        slot -> Nullable<Timestamptz>,
        destination_id -> Nullable<Uuid>,
        account_id -> Nullable<Uuid>,
        channel -> Text,
        receiver_key -> Text,
        receiver_name -> Text,
        address -> Nullable<Text>,
        production_id -> Nullable<Uuid>,
        about -> Array<Uuid>,
        is_named -> Bool,
        subject -> Text,
        text -> Text,
        html -> Nullable<Text>,
        parts -> Jsonb,
        parts_sent -> Integer,
        state -> Text,
        reason -> Nullable<Text>,
        last_error -> Nullable<Text>,
        failures -> Integer,
        interruptions -> Integer,
        tried_since -> Timestamptz,
        next_attempt_at -> Nullable<Timestamptz>,
        leased_by -> Nullable<Uuid>,
        leased_until -> Nullable<Timestamptz>,
        created_at -> Timestamptz,
        finished_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    delivery_attachment (delivery_id, position) {
        delivery_id -> Uuid,
        position -> Int4,
        file_name -> Text,
        media_type -> Text,
        content -> Bytea,
    }
}

diesel::table! {
    layout (id) {
        id -> BigInt,
        production_id -> Nullable<Uuid>,
        document -> Jsonb,
        revision -> BigInt,
        updated_by -> Nullable<Uuid>,
        updated_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    campaign (id) {
        id -> Uuid,
        production_id -> Uuid,
        from_day -> Date,
        to_day -> Date,
        kind -> Text,
        text -> Text,
        agency -> Nullable<Text>,
        rate -> Nullable<Numeric>,
        grades -> Array<Text>,
        revision -> BigInt,
        created_by -> Nullable<Uuid>,
        updated_at -> Timestamptz,
    }
}

diesel::table! {
    production_card (snapshot_id, params_hash) {
        snapshot_id -> BigInt,
        params_hash -> Text,
        production_id -> Uuid,
        closed_on -> Date,
        rates -> Nullable<Array<Nullable<Double>>>,
        log_class_factors -> Nullable<Array<Nullable<Double>>>,
        log_wave -> Nullable<Array<Double>>,
        to_come -> Nullable<Array<Double>>,
        first_days_to_go -> Nullable<Integer>,
        sold_shares -> Nullable<Array<Double>>,
        known_days_to_go -> Nullable<Integer>,
    }
}

diesel::table! {
    forecast (snapshot_id, params_hash) {
        snapshot_id -> BigInt,
        params_hash -> Text,
        production_id -> Uuid,
        origin -> Date,
        method -> Text,
        computed_at -> Timestamptz,
        reason -> Nullable<Text>,
        past_productions -> Nullable<Integer>,
        confidence -> Nullable<Text>,
        sold_seats -> Nullable<BigInt>,
        sellable_seats -> Nullable<BigInt>,
        seats_p10 -> Nullable<BigInt>,
        seats_p50 -> Nullable<BigInt>,
        seats_p90 -> Nullable<BigInt>,
        straight_line_seats -> Nullable<BigInt>,
        revenue_krw -> Nullable<BigInt>,
        revenue_p10_krw -> Nullable<BigInt>,
        revenue_p50_krw -> Nullable<BigInt>,
        revenue_p90_krw -> Nullable<BigInt>,
        straight_line_krw -> Nullable<BigInt>,
        break_even_krw -> Nullable<BigInt>,
        break_even_probability -> Nullable<Double>,
    }
}

diesel::table! {
    performance_forecast (snapshot_id, params_hash, starts_at) {
        snapshot_id -> BigInt,
        params_hash -> Text,
        starts_at -> Timestamptz,
        sold_seats -> BigInt,
        sellable_seats -> BigInt,
        seats_p10 -> BigInt,
        seats_p50 -> Nullable<BigInt>,
        seats_p90 -> BigInt,
        straight_line_seats -> BigInt,
    }
}

diesel::table! {
    moved_in (source_table, source_id) {
        source_table -> Text,
        source_id -> BigInt,
        source_key -> Nullable<Text>,
        subject_id -> Nullable<Uuid>,
        brought -> Bool,
        moved_at -> Timestamptz,
    }
}

diesel::joinable!(campaign -> account (created_by));
diesel::joinable!(layout -> account (updated_by));
diesel::joinable!(upload -> account (uploaded_by));
diesel::joinable!(upload -> production (production_id));
diesel::joinable!(upload_file -> upload (upload_id));
diesel::allow_tables_to_appear_in_same_query!(new_sign_in, session);
diesel::allow_tables_to_appear_in_same_query!(account, campaign);
diesel::allow_tables_to_appear_in_same_query!(account, layout);
diesel::allow_tables_to_appear_in_same_query!(account, production, upload, upload_file);
