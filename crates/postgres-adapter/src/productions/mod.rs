//! Productions, with the targets and weeks that their sale period makes.

mod writes;

use async_trait::async_trait;
use diesel::prelude::*;
use diesel::sql_types::Text;
use domain::access::Visible;
use domain::production::{Production, ProductionCode, ProductionId};
use ports::actor::{Actor, Edit};
use ports::driven::{
    NewProduction, ProductionDeletion, ProductionPlan, ProductionQuery, ProductionRepository, ProductionSort,
    ProductionUpdate, StorageError, TakenNames, Topic,
};
use ports::paging::{Order, Page};

pub(crate) use self::writes::insert;
use crate::announcement::announce;
use crate::authority::{Accounts, Permit};
use crate::errors::Work;
use crate::like::contains;
use crate::plans::{load_notes, load_targets};
use crate::pool::PgPool;
use crate::production_rows::{WHAT, find, full_columns, parse_code, to_production};
use crate::schema::{production, upload};

/// Productions in PostgreSQL.
pub struct PgProductionRepository {
    pool: PgPool,
}

impl PgProductionRepository {
    /// Works through this pool.
    pub fn new(pool: PgPool) -> Self {
        Self { pool }
    }
}

/// The code in the form by which it is looked up, as the unique index has it.
fn folded_code() -> diesel::expression::SqlLiteral<Text> {
    diesel::dsl::sql("lower(code COLLATE \"C\")")
}

/// One page of productions.
fn list(connection: &mut PgConnection, query: &ProductionQuery) -> Work<Page<Production>> {
    let filtered = || {
        let mut rows = production::table.into_boxed();
        if let Visible::Only(ids) = &query.visible {
            rows = rows.filter(production::id.eq_any(ids.iter().map(|id| id.0).collect::<Vec<_>>()));
        }
        if let Some(text) = &query.text {
            let pattern = contains(text);
            rows = rows.filter(
                production::code
                    .ilike(pattern.clone())
                    .or(production::name.ilike(pattern)),
            );
        }
        if let Some(category) = query.category {
            rows = rows.filter(production::category.eq(category.code()));
        }
        if let Some(active) = query.active {
            rows = rows.filter(production::active.eq(active));
        }
        rows
    };
    let total = filtered().count().get_result(connection)?;
    let mut rows = filtered().select(full_columns());
    macro_rules! sorted {
        ($column:ident) => {
            match query.order {
                Order::Ascending => rows.order(production::$column.asc()),
                Order::Descending => rows.order(production::$column.desc()),
            }
        };
    }
    rows = match query.sort {
        ProductionSort::Code => sorted!(code),
        ProductionSort::Name => sorted!(name),
        ProductionSort::Category => sorted!(category),
        ProductionSort::RunStart => sorted!(run_start),
        ProductionSort::SaleStart => sorted!(sale_start),
        ProductionSort::CreatedAt => sorted!(created_at),
    };
    let page = rows
        .then_order_by(production::code.asc())
        .offset(query.paging.offset())
        .limit(i64::from(query.paging.per_page))
        .load(connection)?;
    let items = page.into_iter().map(to_production).collect::<Work<_>>()?;
    Ok(Page { items, total })
}

#[async_trait]
impl ProductionRepository for PgProductionRepository {
    async fn insert(&self, productions: &[NewProduction], by: &Actor) -> Result<(), StorageError> {
        let productions = productions.to_vec();
        let insert = move |connection: &mut PgConnection, permit: Permit| {
            for new in &productions {
                writes::insert(connection, new, &permit)?;
            }
            let ids: Vec<_> = productions.iter().map(|new| new.production.id).collect();
            let mut topics: Vec<_> = ids.iter().copied().map(Topic::Production).collect();
            topics.extend(writes::grant_to_creator(connection, &ids, &permit)?.map(Topic::Access));
            announce(connection, &topics)?;
            Ok(())
        };
        // What is granted to the creator is a change of the creator.
        self.pool.write_accounts(WHAT, by, Accounts::Own, insert).await
    }

    async fn find(&self, id: ProductionId) -> Result<Option<Production>, StorageError> {
        self.pool.look_up(WHAT, move |connection| find(connection, id)).await
    }

    async fn find_by_code(&self, code: &ProductionCode) -> Result<Option<Production>, StorageError> {
        let code = code.folded();
        let find = move |connection: &mut PgConnection| {
            let with_code = production::table.filter(folded_code().eq(code));
            let row = with_code.select(full_columns()).first(connection).optional()?;
            row.map(to_production).transpose()
        };
        self.pool.look_up(WHAT, find).await
    }

    async fn list(&self, query: &ProductionQuery) -> Result<Page<Production>, StorageError> {
        let query = query.clone();
        let list = move |connection: &mut PgConnection| {
            let read_only = connection.build_transaction().read_only();
            read_only.repeatable_read().run(|connection| list(connection, &query))
        };
        self.pool.look_up(WHAT, list).await
    }

    async fn find_plan(&self, id: ProductionId) -> Result<Option<ProductionPlan>, StorageError> {
        let find = move |connection: &mut PgConnection| {
            connection
                .build_transaction()
                .read_only()
                .repeatable_read()
                .run(|connection| {
                    let Some(found) = find(connection, id)? else {
                        return Ok(None);
                    };
                    let revision = production::table
                        .find(id.0)
                        .select(production::revision)
                        .first(connection)?;
                    let uploads = upload::table.filter(upload::production_id.eq(id.0));
                    let has_uploads = diesel::select(diesel::dsl::exists(uploads)).get_result(connection)?;
                    Ok(Some(ProductionPlan {
                        production: found,
                        targets: load_targets(connection, id)?,
                        notes: load_notes(connection, id)?,
                        has_uploads,
                        revision,
                    }))
                })
        };
        self.pool.look_up(WHAT, find).await
    }

    async fn update(&self, update: &ProductionUpdate, edit: &Edit) -> Result<Production, StorageError> {
        let (update, basis) = (update.clone(), edit.basis.clone());
        let store =
            move |connection: &mut PgConnection, permit: &Permit| writes::update(connection, &update, &basis, permit);
        self.pool.write(WHAT, &edit.by, store).await
    }

    async fn delete(&self, id: ProductionId, force: bool, edit: &Edit) -> Result<ProductionDeletion, StorageError> {
        let basis = edit.basis.clone();
        let delete =
            move |connection: &mut PgConnection, permit: Permit| writes::delete(connection, id, force, &basis, &permit);
        self.pool
            .write_accounts(WHAT, &edit.by, Accounts::GrantedOn(id), delete)
            .await
    }

    async fn codes(&self, visible: &Visible) -> Result<Vec<ProductionCode>, StorageError> {
        let visible = visible.clone();
        let find = move |connection: &mut PgConnection| {
            let mut rows = production::table.select(production::code).into_boxed();
            if let Visible::Only(ids) = &visible {
                rows = rows.filter(production::id.eq_any(ids.iter().map(|id| id.0).collect::<Vec<_>>()));
            }
            let codes: Vec<String> = rows.order(production::code).load(connection)?;
            codes.iter().map(|code| parse_code(code)).collect()
        };
        self.pool.run(WHAT, find).await
    }

    async fn taken(&self, codes: &[ProductionCode], names: &[String]) -> Result<TakenNames, StorageError> {
        let codes: Vec<_> = codes.iter().map(ProductionCode::folded).collect();
        let names = names.to_vec();
        let find = move |connection: &mut PgConnection| {
            let by_code = production::table.filter(folded_code().eq_any(codes));
            let by_name = production::table.filter(production::name.eq_any(names));
            Ok(TakenNames {
                codes: by_code.select(folded_code()).load(connection)?.into_iter().collect(),
                names: by_name.select(production::name).load(connection)?.into_iter().collect(),
            })
        };
        self.pool.look_up(WHAT, find).await
    }
}
