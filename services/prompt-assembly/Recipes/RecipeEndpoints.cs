using System.ComponentModel;
using DialInsight.Client.Recipes;
using DialInsight.Hosting.Http;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Recipes;

/// <summary>Recipes over HTTP: what runs were started with.</summary>
internal static class RecipeEndpoints
{
    public static void MapRecipes(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder recipes = endpoints.MapGroup("/recipes").WithTags("Recipes");
        recipes.MapGet("/", ListAsync).WithSummary("Every version of every recipe that a run was started with.");
        recipes.MapGet("/{name}", GetAsync).WithSummary("A recipe as JSON, as POST /runs takes it: its latest version, or `version`.");
    }

    private static async Task<PageResponse<RecipeView>> ListAsync([AsParameters] PageRequest page, PromptAssemblyStore store, CancellationToken cancellationToken) =>
        PageResponse.From(await store.Recipes.PageAsync(Query.All, page.Cursor, page.Size, cancellationToken), recipe => new RecipeView(recipe.Name, recipe.Version, recipe.At, recipe.By));

    private static async Task<IResult> GetAsync(string name, [Description("Which version; the latest where it is absent.")] int? version, RecipeBook recipes, CancellationToken cancellationToken) =>
        await recipes.FindAsync(name, version, cancellationToken) is { } recipe
            ? TypedResults.Text(recipe.Text, "application/json")
            : Problems.NotFound("recipe-unknown", "No such recipe", $"No run was started with a recipe {name}{(version is null ? "" : $", version {version}")}. GET /recipes lists those that are kept.");
}
