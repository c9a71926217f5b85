using DialInsight.Storage;

namespace DialInsight.Quality.Exports;

/// <summary>
/// Which part of a data set a conversation is in. Its id alone decides, so that no conversation is in two parts, and one that is tested with today is not trained on tomorrow, whatever the run or the
/// release.
/// </summary>
internal static class Split
{
    /// <summary>90 of 100 conversations.</summary>
    public const string Train = "train";

    /// <summary>5 of 100.</summary>
    public const string Validation = "validation";

    /// <summary>5 of 100.</summary>
    public const string Test = "test";

    /// <summary>The parts.</summary>
    public static IReadOnlyList<string> All { get; } = [Train, Validation, Test];

    /// <summary>The part of a conversation.</summary>
    /// <param name="conversation">The transcript's id.</param>
    public static string Of(string conversation) =>
        (DeterministicId.Number("split", conversation) % 100) switch
        {
            < 90 => Train,
            < 95 => Validation,
            _ => Test,
        };
}
