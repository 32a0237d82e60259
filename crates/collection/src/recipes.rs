//! Recipes, as the office keeps them.

use std::sync::Arc;

use async_trait::async_trait;
use domain::collection::{RecipeName, SourceConfig, SourceId};
use ports::actor::Edit;
use ports::driven::collection::{Recipe, RecipeFault, RecipeOutline, RecipeVersion, RemovedRecipe, SourceTraits};
use ports::driving::collection::{CollectionError, RecipeDesk, RecipeView};

use crate::CollectionPorts;

/// Longest text of a recipe, in bytes.
const MAX_TEXT_BYTES: usize = 100_000;

/// The office's view of recipes.
pub struct RecipeOffice {
    ports: Arc<CollectionPorts>,
}

impl RecipeOffice {
    /// With these ports.
    pub fn new(ports: Arc<CollectionPorts>) -> Self {
        Self { ports }
    }

    fn view(&self, recipe: Recipe) -> RecipeView {
        // One that was saved by another release may say what this one does not know: it is shown all the same.
        let outline = self.ports.recipe_reader.outline(&recipe.text).ok();
        let outline = outline.unwrap_or_else(|| RecipeOutline {
            title: recipe.name.to_string(),
            hosts: Vec::new(),
            params: Vec::new(),
            secrets: Vec::new(),
        });
        RecipeView {
            name: recipe.name,
            title: outline.title,
            version: recipe.version,
            hosts: outline.hosts,
            params: outline.params,
            secrets: outline.secrets,
            text: recipe.text,
            used_by: recipe.used_by.into_iter().map(|(_, name)| name).collect(),
        }
    }

    /// Whether a text is a recipe, and holds no secret.
    fn readable(&self, text: &str) -> Result<(), CollectionError> {
        let fault = |line, message_ko: &str, message_en: &str| {
            Err(CollectionError::RecipeInvalid(vec![RecipeFault {
                line,
                key: String::new(),
                message_ko: message_ko.to_owned(),
                message_en: message_en.to_owned(),
            }]))
        };
        if text.len() > MAX_TEXT_BYTES {
            return fault(1, "레시피가 너무 깁니다.", "the text is too long");
        }
        if text.contains('\0') {
            return fault(1, "쓸 수 없는 글자가 있습니다.", "no NUL");
        }
        let masker = self.ports.masker();
        for (line, number) in text.lines().zip(1..) {
            if masker.finds(line) {
                let told = "비밀 값이 그대로 들어 있습니다. {secret.이름}으로 적어 주세요.";
                return fault(
                    number,
                    told,
                    "the value of a secret stands here; name it as {secret.NAME}",
                );
            }
        }
        let outline = self.ports.recipe_reader.outline(text);
        outline.map(drop).map_err(CollectionError::RecipeInvalid)
    }

    /// What follows from another text for the sources that walk it. Those that do not fit any more stay as they were: their
    /// next run says why.
    async fn followers(&self, name: &RecipeName, text: &str) -> Result<Vec<(SourceId, SourceTraits)>, CollectionError> {
        let mut followers = Vec::new();
        for record in self.ports.sources.list().await? {
            let SourceConfig::Browser(of) = &record.source.config else {
                continue;
            };
            if of.recipe != *name {
                continue;
            }
            if let Ok(mut traits) = self.ports.traits_of_text(text, of) {
                traits.secrets.extend(record.source.password_secret.clone());
                followers.push((record.source.id, traits));
            }
        }
        Ok(followers)
    }

    async fn find(&self, name: &RecipeName) -> Result<Recipe, CollectionError> {
        let found = self.ports.recipes.find(name).await?;
        found.ok_or(CollectionError::Unknown("recipe"))
    }
}

#[async_trait]
impl RecipeDesk for RecipeOffice {
    async fn list(&self) -> Result<Vec<RecipeView>, CollectionError> {
        let recipes = self.ports.recipes.list().await?;
        Ok(recipes.into_iter().map(|recipe| self.view(recipe)).collect())
    }

    async fn read(&self, name: &RecipeName) -> Result<RecipeView, CollectionError> {
        Ok(self.view(self.find(name).await?))
    }

    async fn save(&self, name: &RecipeName, text: String, edit: &Edit) -> Result<(RecipeView, bool), CollectionError> {
        self.readable(&text)?;
        let is_new = self.ports.recipes.find(name).await?.is_none();
        let followers = self.followers(name, &text).await?;
        let now = self.ports.clock.now();
        self.ports.recipes.save(name, &text, &followers, now, edit).await?;
        Ok((self.read(name).await?, is_new))
    }

    async fn check(&self, name: &RecipeName, text: String) -> Result<RecipeView, CollectionError> {
        self.readable(&text)?;
        let present = self.ports.recipes.find(name).await?;
        Ok(self.view(Recipe {
            name: name.clone(),
            version: present.as_ref().map_or(0, |recipe| recipe.version),
            text,
            used_by: present.map(|recipe| recipe.used_by).unwrap_or_default(),
        }))
    }

    async fn remove(&self, name: &RecipeName, edit: &Edit) -> Result<(), CollectionError> {
        match self.ports.recipes.remove(name, edit).await? {
            RemovedRecipe::Removed => Ok(()),
            RemovedRecipe::InUse => Err(CollectionError::RecipeInUse),
            RemovedRecipe::Unknown => Err(CollectionError::Unknown("recipe")),
        }
    }

    async fn versions(&self, name: &RecipeName) -> Result<Vec<RecipeVersion>, CollectionError> {
        let versions = self.ports.recipes.versions(name).await?;
        if versions.is_empty() {
            return Err(CollectionError::Unknown("recipe"));
        }
        Ok(versions)
    }
}
