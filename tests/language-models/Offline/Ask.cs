using System.Text.Json;
using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.LanguageModels.Facts;
using DialInsight.LanguageModels.Offline;

namespace DialInsight.LanguageModels.Tests.Offline;

/// <summary>Puts facts to the annotator.</summary>
internal static class Ask
{
    private static readonly OfflineAnnotator Annotator = new();

    public static async Task<string> Facts(ModelFacts? facts, int draw = 0)
    {
        ModelRequest request = new() { Purpose = ModelPurpose.Label, Messages = [], Draw = draw, Facts = facts };
        return (await Annotator.AnswerAsync(request, TestContext.Current.CancellationToken)).Text;
    }

    public static Task<string> Label(string language, TaskKind kind, OutputFormat format, IReadOnlyList<Turn> turns, int draw = 0) =>
        Facts(new LabelFacts(PropertyBusiness.Assignment(language, kind, format, turns), PropertyBusiness.Pack), draw);

    public static async Task<T> Json<T>(ModelFacts facts, int draw = 0) => JsonSerializer.Deserialize<T>(await Facts(facts, draw), JsonSerializerOptions.Web)!;
}
