//! What a configuration may not be, as far as others have to be asked.

use domain::collection::SourceConfig;
use domain::validation::{Breach, Field, Place, Rule};
use ports::driving::collection::CollectionError;

use super::support::{World, browser, record, url};

/// What is wrong with a source where `jagwon` is a secret.
async fn breaches(name: &str, mut config: SourceConfig, param: Option<&str>) -> Vec<Breach> {
    let mut world = World::default();
    world.secrets.insert("HANEUL_ID", "jagwon");
    if let (SourceConfig::Browser(of), Some(value)) = (&mut config, param) {
        of.params.insert("show".to_owned(), value.to_owned());
    }
    let mut source = record(config).source;
    source.name = name.to_owned();
    match world.ports().checked(&mut source).await {
        Err(CollectionError::Invalid(breaches)) => breaches,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn no_secret_stands_in_a_name_or_a_parameter() {
    let name = || Breach::new(Field::Name, Rule::NotAllowed);
    let params = || Breach::new(Place::from(Field::Config).field(Field::Params), Rule::NotAllowed);
    assert_eq!(breaches("하늘 jagwon", url(), None).await, [name()]);
    assert_eq!(
        breaches("하늘 jagwon", browser(), Some("https://a.example/?id=jagwon")).await,
        [name(), params()]
    );
    assert_eq!(breaches("하늘 정산", browser(), Some("jagwon")).await, [params()]);
}
