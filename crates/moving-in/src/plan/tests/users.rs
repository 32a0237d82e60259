//! What becomes of users and what they may see.

use super::*;

#[test]
fn of_one_address_the_active_row_comes_and_the_others_stand_for_it() {
    let mut old = of_lives(vec![live(1, "A", "다락방")]);
    old.users = vec![
        OldUser {
            status: false,
            role: 1,
            ..user(9, "Twice@example.com", "두 번째")
        },
        user(11, " twice@EXAMPLE.com", "첫 번째"),
        OldUser {
            role: 7,
            ..user(13, "frontdesk", "안내")
        },
        OldUser {
            role: 5,
            ..user(14, "five@example.com", " ")
        },
    ];
    old.uploads = vec![OldUpload {
        upload_by: "두 번째".to_owned(),
        ..upload(1, Some("A"), "2026-10-05")
    }];
    let plan = planned(&old);
    let outcomes: Vec<_> = plan.users.iter().map(|user| (user.id, user.outcome)).collect();
    let expected = [
        (9, UserOutcome::LeftOut),
        (11, UserOutcome::Created),
        (13, UserOutcome::LeftOut),
        (14, UserOutcome::Created),
    ];
    assert_eq!(outcomes, expected);
    assert_eq!(plan.uploads[0].uploaded_by, plan.users[1].account);
    assert!(plan.users[1].account.is_some());
    let nameless = plan.users[3].arriving.as_ref().unwrap();
    assert_eq!(
        (nameless.name.as_str(), nameless.role),
        ("five@example.com", Role::Member)
    );
    let of = |code, id| (code, "user_model", id);
    let expected = [of("duplicate_email", 9), of("bad_email", 13), of("role_unknown", 14)];
    assert_eq!(told(&plan), BTreeSet::from(expected));
}

#[test]
fn lists_of_names_grant_what_they_name() {
    let mut old = of_lives(vec![
        live(1, "A", " 등대 "),
        live(2, "B", "등대"),
        live(3, "C", "정원"),
        live(4, "D", "정원 "),
    ]);
    let listing = |id, names: &[&str]| OldUser {
        live_name_list: names.iter().map(|name| (*name).to_owned()).collect(),
        ..user(id, &format!("u{id}@example.com"), "이름")
    };
    old.users = vec![
        listing(1, &[" 등대 ", "사라진 공연"]),
        listing(2, &["등대  ", "정원"]),
        listing(3, &["정원  "]),
        listing(4, &["사라진 공연", "전체"]),
        listing(5, &["0"]),
        listing(6, &[""]),
    ];
    let plan = planned(&old);
    let granted: Vec<_> = plan
        .users
        .iter()
        .map(|user| {
            let grants = &user.arriving.as_ref().unwrap().grants;
            let codes = plan.productions.iter().filter(|planned| {
                let id = planned.production.unwrap();
                grants.production_ids.contains(&id)
            });
            let codes: Vec<_> = codes.map(|planned| planned.code.to_string()).collect();
            (grants.all_productions, codes.join(" "))
        })
        .collect();
    let expected = [
        (false, "A"),
        // Neither name is exactly it: both are after the rule of texts.
        (false, "C"),
        (false, ""),
        (true, ""),
        (true, ""),
        (false, ""),
    ];
    assert_eq!(granted, expected.map(|(all, codes)| (all, codes.to_owned())));
    let of = |code, id| (code, "user_model", id);
    let found = told(&plan).into_iter().filter(|(_, table, _)| *table == "user_model");
    let expected = [
        of("unknown_production", 1),
        of("ambiguous_production", 2),
        of("ambiguous_production", 3),
    ];
    assert_eq!(found.collect::<BTreeSet<_>>(), BTreeSet::from(expected));
}
