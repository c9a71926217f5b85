using DialInsight.DomainPacks.Packs;
using DialInsight.DomainPacks.Recipes;
using DialInsight.Hosting.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DialInsight.PromptAssembly.Runs;

/// <summary>Reads the recipe in a request's body.</summary>
internal static class RecipeBody
{
    private const int Largest = 1 << 20;

    /// <summary>The recipe, or what is wrong with it, place by place and with lines.</summary>
    public static async Task<(Recipe? Recipe, ProblemHttpResult? Problem)> ReadAsync(HttpRequest request, IDomainPacks packs, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body);
        char[] buffer = new char[Largest + 1];
        int read = await reader.ReadBlockAsync(buffer, cancellationToken);
        if (read > Largest)
            return (null, Problems.Invalid("recipe-too-large", "The recipe is too large", $"A recipe may have at most {Largest} characters."));
        if (buffer.AsSpan(0, read).IsWhiteSpace())
            return (null, Problems.Invalid("recipe-missing", "There is no recipe", "The body is empty: send the recipe in it, YAML or JSON, as curl --data-binary @my.yaml does."));

        try
        {
            return (RecipeReader.Read(new string(buffer, 0, read), "recipe", packs), null);
        }
        catch (RecipeException exception)
        {
            return (null, Problems.Invalid("recipe-invalid", "The recipe is not valid", exception.Message, ProblemPlaces.Of(exception)));
        }
    }
}
