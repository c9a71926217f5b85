namespace DialInsight.EndToEnd.Tests;

/// <summary>Recipes that a scripted model can fill: objects only, so that its answers fit by their schema.</summary>
internal static class Recipes
{
    public static string Extraction(int target) => $$"""
        name: end-to-end
        domain: real-estate
        language: zh
        seed: 7
        cells:
          - { scenario: buying, task: information-extraction, target: {{target}} }
          - { scenario: renting, task: reasoning-judgement, target: {{target}} }
          - { scenario: selling, task: information-extraction, target: {{target}} }
        attempts: 12
        instructionsPerCell: 4
        curation: automatic
        optimiseStructure: false
        judge: { samples: 1, accept: [high] }
        gate: { minimumFill: 1.0 }
        exports: [alpaca, sharegpt, messages]
        """;
}
