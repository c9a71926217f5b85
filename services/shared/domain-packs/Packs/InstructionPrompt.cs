namespace DialInsight.DomainPacks.Packs;

/// <summary>
/// What a model is asked with when instructions are made. Its text may hold placeholders: <c>seed</c> <c>{{examples}}</c>, <c>{{dialogue}}</c>, <c>{{count}}</c>;
/// <c>evolve</c> <c>{{method}}</c>, <c>{{dialogue}}</c>, <c>{{instruction}}</c>; <c>suggest</c> <c>{{guidance}}</c>, <c>{{dialogue}}</c>, <c>{{instruction}}</c>;
/// <c>tune</c> <c>{{method}}</c>, <c>{{failures}}</c>; the first three also <c>{{scenario}}</c>, <c>{{roles}}</c>, <c>{{task}}</c>. An operator's text holds none.
/// </summary>
public sealed record InstructionPrompt
{
    /// <summary>Asks for new instructions.</summary>
    public const string Seed = "seed";

    /// <summary>Asks for an instruction made out of another; the operator's text is its method.</summary>
    public const string Evolve = "evolve";

    /// <summary>Asks for a better version to show to a reviewer.</summary>
    public const string Suggest = "suggest";

    /// <summary>Asks for a better text of an operator that failed too often.</summary>
    public const string Tune = "tune";

    /// <summary>The evolution operators (Dial-insight, step 2.1; Evol-Instruct).</summary>
    public static IReadOnlyList<string> Operators { get; } =
        ["add-constraint", "deepen", "concretise", "increase-reasoning", "complicate-input", "breadth", "rewrite"];

    /// <summary>What it is for: one of the constants, or an operator.</summary>
    public required string Id { get; init; }

    /// <summary>The language it is written in.</summary>
    public required string Language { get; init; }

    /// <summary>Raised by whoever changes the text; part of every instruction's lineage.</summary>
    public required int Version { get; init; }

    /// <summary>The pack it is from, as <see cref="DomainPack.Reference"/> names it, or <c>built-in</c>.</summary>
    public required string Source { get; init; }

    /// <summary>What the model is told to be; empty for an operator.</summary>
    public string System { get; init; } = "";

    /// <summary>What it is asked.</summary>
    public required string Text { get; init; }

    /// <summary>As lineage records it: <c>real-estate@1.0.0:seed/1</c>.</summary>
    public string Reference => $"{Source}:{Id}/{Version}";
}
