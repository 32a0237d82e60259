//! Seats by grade, over small snapshots made by hand.

use domain::production::{Category, ProductionDraft};
use domain::reports::grades::{Grades, SoldSeats};
use domain::sales::{DailySale, PerformanceSale, Snapshot};
use domain::seat_grades::{SeatGrade, SeatGrades};

use crate::support::{Storage, daily, draft, everything, figures, performance, seats};

fn snapshot(daily_sales: Vec<DailySale>, performance_sales: Vec<PerformanceSale>) -> Snapshot {
    Snapshot {
        daily_sales,
        performance_sales,
        ..Snapshot::default()
    }
}

#[tokio::test]
async fn seats_of_all_performances_are_added_up_beside_the_grades_of_staff() {
    let storage = Storage::new();
    let grades = SeatGrades(vec![SeatGrade {
        price_krw: Some(66_000),
        seats: Some(50),
        ..SeatGrade::new("r".parse().unwrap())
    }]);
    let mut play = draft("PL1", Category::Play);
    play.set_seat_grades(grades.clone());
    let play = storage.enter(play).await;
    let show = |starts_at, paid: &[(&str, i64)], given: &[(&str, i64)]| PerformanceSale {
        paid_seats_by_grade: seats(paid),
        complimentary_seats_by_grade: seats(given),
        ..performance(starts_at, 100_000, "0.2", "0.1")
    };
    let older = snapshot(
        vec![daily("2026-11-18", 10_000)],
        vec![show("2026-11-20T19:30", &[("b", 7)], &[])],
    );
    storage.upload(play, "2026-11-18", &older).await;
    let newer = snapshot(
        vec![daily("2026-11-18", 10_000), daily("2026-11-19", 60_000)],
        vec![
            show("2026-11-20T19:30", &[("r", 7), ("s", 0)], &[("r", 1)]),
            show("2026-11-21T19:30", &[("r", 3)], &[("vip", 2)]),
        ],
    );
    storage.upload(play, "2026-11-19", &newer).await;
    storage
        .enter(ProductionDraft {
            seat_inventory: Some(seats(&[("s", 9)])),
            ..draft("CO1", Category::Concert)
        })
        .await;
    let [concert, play] = figures::<Grades>(&storage.reports, &everything(), ())
        .await
        .unwrap()
        .value
        .try_into()
        .unwrap();
    assert_eq!(
        (play.seat_grades, play.performances, play.booked_krw),
        (grades, 2, 70_000)
    );
    let sold = |paid_seats, complimentary_seats| SoldSeats {
        paid_seats,
        complimentary_seats,
    };
    let expected = [("vip", sold(0, 2)), ("r", sold(10, 1)), ("s", sold(0, 0))];
    let expected = expected.map(|(grade, sold)| (grade.parse().unwrap(), sold));
    assert_eq!(play.sold, expected.into());
    assert_eq!(
        (concert.performances, concert.booked_krw, concert.sold.len()),
        (0, 0, 0)
    );
    assert_eq!(concert.seat_grades.0[0].seats, Some(9));
}
