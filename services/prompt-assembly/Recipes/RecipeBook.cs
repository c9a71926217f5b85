using DialInsight.DomainPacks.Recipes;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Recipes;

/// <summary>The recipes that runs were started with, by name and version.</summary>
internal sealed class RecipeBook(PromptAssemblyStore store, TimeProvider time)
{
    /// <summary>Keeps a recipe, and tells which version of its name it is: one that is there already stays the version it was.</summary>
    public async Task<int> KeepAsync(Recipe recipe, string by, CancellationToken cancellationToken)
    {
        string text = RecipeText.Json(recipe);
        while (true)
        {
            int latest = 0;
            await foreach (Versioned<RecipeDocument> known in store.Recipes.StreamAsync(Query.All.Where("name", recipe.Name), cancellationToken))
            {
                if (known.Document.Text == text)
                    return known.Document.Version;
                latest = Math.Max(latest, known.Document.Version);
            }

            var next = new RecipeDocument { Name = recipe.Name, Version = latest + 1, Text = text, At = time.GetUtcNow(), By = by };
            if (await store.Recipes.InsertAsync(next, cancellationToken))
                return next.Version;
        }
    }

    /// <summary>A version of a recipe, or the latest; null where there is none.</summary>
    public async Task<RecipeDocument?> FindAsync(string name, int? version, CancellationToken cancellationToken)
    {
        if (version is { } known)
            return (await store.Recipes.FindAsync(RecipeDocument.IdOf(name, known), cancellationToken))?.Document;

        RecipeDocument? latest = null;
        await foreach (Versioned<RecipeDocument> recipe in store.Recipes.StreamAsync(Query.All.Where("name", name), cancellationToken))
            latest = latest is null || recipe.Document.Version > latest.Version ? recipe.Document : latest;
        return latest;
    }
}
