using System.Globalization;
using DialInsight.Client.Http;

namespace DialInsight.Client.Recipes;

/// <summary>Recipes over HTTP: those that runs were started with.</summary>
public sealed class RecipesClient
{
    private readonly HttpClient _http;

    internal RecipesClient(HttpClient http) => _http = http;

    /// <summary>A page of all versions of all recipes, by name and version.</summary>
    /// <param name="cursor">The cursor of the page before; null for the first.</param>
    /// <param name="limit">How many at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    public Task<RecipePage> ListAsync(string? cursor, int limit, CancellationToken cancellationToken) =>
        _http.GetAsync(ServiceResponse.With("/recipes", ("limit", limit), ("cursor", cursor)), cancellationToken).ReadAsync<RecipePage>(cancellationToken);

    /// <summary>A recipe as JSON, every default written out.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="version">Which version, from 1; null is the latest.</param>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <exception cref="ServiceException">No run was started with it.</exception>
    public async Task<string> GetAsync(string name, int? version, CancellationToken cancellationToken)
    {
        string number = version?.ToString(CultureInfo.InvariantCulture) ?? "";
        using HttpResponseMessage response = await _http.GetAsync(ServiceResponse.With($"/recipes/{Uri.EscapeDataString(name)}", ("version", number)), cancellationToken);
        await response.EnsureAcceptedAsync(cancellationToken);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }
}

/// <summary>A version of a recipe.</summary>
/// <param name="Name">The recipe's name.</param>
/// <param name="Version">Its version, from 1: another text under the same name is the next one.</param>
/// <param name="At">When a run was first started with it (UTC).</param>
/// <param name="By">Who started it.</param>
public sealed record RecipeView(string Name, int Version, DateTimeOffset At, string By);

/// <summary>A page of recipes.</summary>
/// <param name="Items">The recipes.</param>
/// <param name="NextCursor">Where the next page begins; null when there is none.</param>
public sealed record RecipePage(IReadOnlyList<RecipeView> Items, string? NextCursor);
