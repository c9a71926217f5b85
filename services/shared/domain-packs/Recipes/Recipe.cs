using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.DomainPacks.Recipes;

/// <summary>What a user asks for: a data set, cell by cell, and what it must reach. Read from YAML or JSON.</summary>
public sealed record Recipe
{
    /// <summary>The recipe's name: lower-case letters, digits and dashes; its releases are named after it.</summary>
    public required string Name { get; init; }

    /// <summary>The domain pack's name.</summary>
    public required string Domain { get; init; }

    /// <summary>The language of prompts and answers, and of the dialogues that are used: <c>zh</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Fixes every random choice.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The cells, each scenario × task type at most once.</summary>
    public required IReadOnlyList<RecipeCell> Cells { get; init; }

    /// <summary>Which dialogues are drawn, and how often.</summary>
    public SamplingPolicy Sampling { get; init; } = new();

    /// <summary>How many attempts a slot gets before its cell is called dry; 1 to 20.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>How many approved instructions a cell is worked with, at least; 1 to 100.</summary>
    public int InstructionsPerCell { get; init; } = 4;

    /// <summary>Who decides the gates; the default thresholds where the recipe does not say.</summary>
    public CurationPolicy Curation { get; init; } = CurationPolicy.Thresholds;

    /// <summary>Whether a model merges format, guidelines and instruction into one narrative.</summary>
    public bool OptimiseStructure { get; init; }

    /// <summary>What the run may cost; null is no limit.</summary>
    public Budget? Budget { get; init; }

    /// <summary>How samples are judged.</summary>
    public JudgingPolicy Judge { get; init; } = new();

    /// <summary>How released samples are chosen among the accepted ones; null releases all.</summary>
    public SelectionPolicy? Selection { get; init; }

    /// <summary>What the data set must reach to be released.</summary>
    public ReleaseGate Gate { get; init; } = new();

    /// <summary>The formats to write: <c>alpaca</c>, <c>sharegpt</c>, <c>messages</c>.</summary>
    public IReadOnlyList<string> Exports { get; init; } = ["alpaca", "sharegpt", "messages"];
}
