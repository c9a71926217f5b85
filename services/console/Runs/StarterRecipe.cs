using DialInsight.Client.Domains;

namespace DialInsight.WebConsole.Runs;

/// <summary>A recipe to begin with, for a domain that there is none for yet.</summary>
internal static class StarterRecipe
{
    private const int Cells = 4;
    private const int Target = 10;

    /// <summary>A few cells, each another scenario and task, in a language that the pack has.</summary>
    public static string For(DomainView pack, string language)
    {
        string spoken = pack.Languages.Contains(language) ? language : pack.Languages[0];
        IEnumerable<string> cells = pack.Scenarios.Take(Cells).Select((scenario, i) => $"  - {{ scenario: {scenario.Id}, task: {pack.TaskTypes[i % pack.TaskTypes.Count].Id}, target: {Target} }}");
        return $"name: {pack.Name}-insight\ndomain: {pack.Name}\nlanguage: {spoken}\nseed: 1\ncells:\n{string.Join('\n', cells)}\ncuration: automatic\noptimiseStructure: true\njudge: {{ samples: 3, accept: [high] }}\ngate: {{ minimumFill: 1.0, minimumHigh: 0.7 }}\n";
    }
}
