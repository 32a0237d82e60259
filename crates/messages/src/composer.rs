//! From what is wanted to a message: reads the reports, says what they tell, and has it commented.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::NaiveDate;
use domain::alert::News;
use domain::message::{Message, MessageKind};
use domain::production::ProductionId;
use domain::reports::Report;
use domain::reports::ReportedProduction;
use domain::reports::break_even::BreakEven;
use domain::reports::concert_overview::ConcertOverview;
use domain::reports::daily_brief::DailyBrief;
use domain::reports::forecast::{self, Forecast};
use domain::reports::marketing_effect::MarketingEffect;
use domain::reports::marketing_week::MarketingWeek;
use domain::reports::outlook::Outlook;
use domain::reports::profit_forecast::ProfitForecast;
use domain::reports::target_sales::TargetSales;
use domain::reports::weekly_casts::WeeklyCasts;
use domain::reports::weekly_occupancy::WeeklyOccupancy;
use domain::reports::weekly_overview::WeeklyOverview;
use ports::driven::{Commentator, FiguresOf, ReportError, ReportScope, Versions};
use ports::driving::{CommentTopic, Composed, Digest, MessageOrder, Messages, Rendering};
use reporting::run_blocking;

use crate::alert;
use crate::commentary::{Concerts, Material, Plays, commentary};
use crate::digest;
use crate::kinds::{daily_concerts, daily_plays, weekly_occupancy, weekly_plays, weekly_profit};
use crate::render::render;
use crate::words::AsOf;

/// How often the reports of a message are read until they are of one state of the figures.
const TRIES: usize = 3;

/// Where the figures of messages come from.
pub trait Figures:
    FiguresOf<DailyBrief>
    + FiguresOf<ConcertOverview>
    + FiguresOf<BreakEven>
    + FiguresOf<TargetSales>
    + FiguresOf<MarketingWeek>
    + FiguresOf<Forecast>
    + FiguresOf<WeeklyOverview>
    + FiguresOf<WeeklyCasts>
    + FiguresOf<Outlook>
    + FiguresOf<MarketingEffect>
    + FiguresOf<ProfitForecast>
    + FiguresOf<WeeklyOccupancy>
{
}

impl<S> Figures for S where
    S: FiguresOf<DailyBrief>
        + FiguresOf<ConcertOverview>
        + FiguresOf<BreakEven>
        + FiguresOf<TargetSales>
        + FiguresOf<MarketingWeek>
        + FiguresOf<Forecast>
        + FiguresOf<WeeklyOverview>
        + FiguresOf<WeeklyCasts>
        + FiguresOf<Outlook>
        + FiguresOf<MarketingEffect>
        + FiguresOf<ProfitForecast>
        + FiguresOf<WeeklyOccupancy>
{
}

/// Makes messages.
pub struct Composer {
    figures: Arc<dyn Figures>,
    commentator: Option<Arc<dyn Commentator>>,
    public_url: Option<String>,
}

impl Composer {
    /// From these figures; with comments of a language model, where there is one, and a link into the web, where its
    /// address is known.
    pub fn new(
        figures: Arc<dyn Figures>,
        commentator: Option<Arc<dyn Commentator>>,
        public_url: Option<String>,
    ) -> Self {
        Self {
            figures,
            commentator,
            public_url,
        }
    }

    /// With a link to a place of the web, where its address is known.
    fn linked(&self, message: Message, place: &str) -> Message {
        let Some(base) = &self.public_url else {
            return message;
        };
        message.with_link("Fullhouse에서 보기", format!("{}{place}", base.trim_end_matches('/')))
    }

    /// The message without comments, what they would be made of, and the versions that it was read from.
    async fn told(&self, order: &MessageOrder) -> Result<Told, ReportError> {
        let mut tries = 1;
        loop {
            let mut reading = Reading {
                figures: self.figures.as_ref(),
                order,
                oldest: None,
                is_torn: false,
            };
            let told = reading.told().await?;
            if !reading.is_torn || tries == TRIES {
                return Ok(told);
            }
            tries += 1;
        }
    }
}

#[async_trait]
impl Messages for Composer {
    async fn compose(&self, order: &MessageOrder) -> Result<Composed, ReportError> {
        let as_of = AsOf(order.as_of);
        let told = self.told(order).await?;
        let mut message = told.message;
        message.slot = order.slot;
        let is_empty = message.sections.len() < 2;
        let mut record = ports::driving::CommentaryRecord::default();
        if order.commentary && !is_empty {
            let comments = commentary(self.commentator.as_deref(), &told.materials, as_of).await;
            // Comments come after what opens the message and before what is said of each production.
            if let Some(section) = comments.section {
                message.sections.insert(1, section);
            }
            record = comments.record;
        }
        Ok(Composed {
            message: self.linked(message, place(order.kind)),
            is_empty,
            commentary: record,
            versions: told.versions,
        })
    }

    fn alert(&self, production: &ReportedProduction, news: &News, as_of: NaiveDate) -> Message {
        let message = alert::message(production, news, AsOf(as_of));
        self.linked(message, &format!("/productions/{}", production.code))
    }

    fn digest(&self, of: &Digest) -> Message {
        self.linked(digest::message(of), "/")
    }

    fn render(&self, message: &Message) -> Rendering {
        render(message)
    }
}

/// Where the web shows the same.
fn place(kind: MessageKind) -> &'static str {
    match kind {
        MessageKind::DailyConcerts => "/concerts",
        MessageKind::DailyPlays
        | MessageKind::WeeklyPlays
        | MessageKind::WeeklyProfit
        | MessageKind::WeeklyOccupancy => "/plays",
    }
}

struct Told {
    message: Message,
    materials: Vec<Material>,
    versions: Versions,
}

/// Reads the reports of one message.
struct Reading<'r> {
    figures: &'r (dyn Figures + 'static),
    order: &'r MessageOrder,
    oldest: Option<Versions>,
    /// Whether figures changed between two of the reports.
    is_torn: bool,
}

impl Reading<'_> {
    async fn told(&mut self) -> Result<Told, ReportError> {
        let as_of = AsOf(self.order.as_of);
        let (message, materials) = match self.order.kind {
            MessageKind::DailyPlays => {
                let brief = self.read::<DailyBrief>(&()).await?;
                let materials = self.on_plays(&CommentTopic::ALL).await?;
                (daily_plays::message(&brief, as_of), materials)
            }
            MessageKind::DailyConcerts => self.concerts(as_of).await?,
            MessageKind::WeeklyPlays => {
                let answers = weekly_plays::Answers {
                    overview: self.read::<WeeklyOverview>(&()).await?,
                    casts: self.read::<WeeklyCasts>(&weekly_plays::TOP_CASTS).await?,
                    outlook: self.read::<Outlook>(&weekly_plays::LOW_THRESHOLD).await?,
                    marketing: self.read::<MarketingEffect>(&()).await?,
                };
                let materials = self.on_plays(&CommentTopic::ALL).await?;
                (weekly_plays::message(&answers, as_of), materials)
            }
            MessageKind::WeeklyProfit => {
                let played = self.read::<ProfitForecast>(&()).await?;
                let plays = played.items.iter().map(|row| row.figures.production.id);
                let answers = weekly_profit::Answers {
                    forecast: self.forecast(plays.collect()).await?,
                    played,
                };
                let message = weekly_profit::message(&answers, as_of);
                let materials = self
                    .on_plays_expecting(&[CommentTopic::Profit], Some(answers.forecast))
                    .await?;
                (message, materials)
            }
            MessageKind::WeeklyOccupancy => {
                let rows = self.read::<WeeklyOccupancy>(&()).await?;
                let materials = self.on_plays(&[CommentTopic::Occupancy]).await?;
                (weekly_occupancy::message(&rows, as_of), materials)
            }
        };
        let versions = self.oldest.unwrap_or_default();
        Ok(Told {
            message,
            materials,
            versions,
        })
    }

    async fn concerts(&mut self, as_of: AsOf) -> Result<(Message, Vec<Material>), ReportError> {
        let overview = self.read::<ConcertOverview>(&()).await?;
        let concerts = overview.items.iter().map(|row| row.production.id);
        let answers = daily_concerts::Answers {
            forecast: self.forecast(concerts.collect()).await?,
            break_even: self.read::<BreakEven>(&()).await?,
            targets: self.read::<TargetSales>(&()).await?,
            marketing: self.read::<MarketingWeek>(&()).await?,
            overview,
        };
        let mut materials = Vec::new();
        if self.order.commentary {
            let concerts = Concerts {
                marketing: self.read::<MarketingEffect>(&()).await?,
                seats: &answers.break_even,
                forecast: &answers.forecast,
            };
            materials.extend(CommentTopic::ALL.map(|topic| concerts.material(topic, as_of)));
        }
        Ok((daily_concerts::message(&answers, as_of), materials))
    }

    /// What comments on plays are made of, where some are wanted.
    async fn on_plays(&mut self, topics: &[CommentTopic]) -> Result<Vec<Material>, ReportError> {
        self.on_plays_expecting(topics, None).await
    }

    /// The same, where it is known what is expected of them.
    async fn on_plays_expecting(
        &mut self,
        topics: &[CommentTopic],
        forecast: Option<Vec<forecast::Row>>,
    ) -> Result<Vec<Material>, ReportError> {
        if !self.order.commentary {
            return Ok(Vec::new());
        }
        let occupancy = self.read::<WeeklyOccupancy>(&()).await?;
        let forecast = match forecast {
            Some(forecast) => forecast,
            None if topics.contains(&CommentTopic::Profit) => {
                let plays = occupancy.iter().map(|row| row.production.id);
                self.forecast(plays.collect()).await?
            }
            None => Vec::new(),
        };
        let plays = Plays {
            marketing: self.read::<MarketingEffect>(&()).await?,
            occupancy,
            forecast,
        };
        let as_of = AsOf(self.order.as_of);
        Ok(topics.iter().map(|topic| plays.material(*topic, as_of)).collect())
    }

    /// What is expected of these productions.
    async fn forecast(&mut self, productions: Vec<ProductionId>) -> Result<Vec<forecast::Row>, ReportError> {
        if productions.is_empty() {
            // To name none would be to ask for all.
            return Ok(Vec::new());
        }
        let as_of = self.order.as_of;
        let scope = ReportScope {
            production_ids: productions,
            ..self.order.scope.clone()
        };
        let figures = self.figures_of::<Forecast>(&scope, &()).await?;
        // Milliseconds of arithmetic for each: not on a thread that others wait for.
        Ok(run_blocking(move || Forecast::answer(figures, as_of, &())).await)
    }

    async fn read<R: Report>(&mut self, parameters: &R::Parameters) -> Result<R::Answer, ReportError>
    where
        dyn Figures + 'static: FiguresOf<R>,
    {
        let mut scope = self.order.scope.clone();
        scope.include_inactive |= R::ACTIVE_OR_NOT;
        let figures = self.figures_of::<R>(&scope, parameters).await?;
        Ok(R::answer(figures, self.order.as_of, parameters))
    }

    async fn figures_of<R: Report>(
        &mut self,
        scope: &ReportScope,
        parameters: &R::Parameters,
    ) -> Result<R::Figures, ReportError>
    where
        dyn Figures + 'static: FiguresOf<R>,
    {
        let window = R::window(self.order.as_of, parameters);
        let figures = self.figures.figures(scope, window).await?;
        let oldest = *self.oldest.get_or_insert(figures.versions);
        self.is_torn |= oldest.figures != figures.versions.figures;
        Ok(figures.value)
    }
}
