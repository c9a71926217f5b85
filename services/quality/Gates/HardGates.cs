using System.Globalization;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Formats;

namespace DialInsight.Quality.Gates;

/// <summary>What can be told of an answer without a model (method: quality, hard gates). Deterministic; an answer that fails one is low.</summary>
internal static class HardGates
{
    /// <summary>The longest answer that is worth judging, in characters.</summary>
    public const int MaximumLength = 20_000;

    /// <summary>Every gate the answer fails; empty when it passes them all.</summary>
    public static IReadOnlyList<GateFinding> Check(LabelAssignment assignment, string answer)
    {
        if (answer.Length > MaximumLength)
            return [new GateFinding("length", TooLong(assignment.Language, answer.Length))];

        List<GateFinding> findings = [.. Format(assignment, answer)];
        if (AnswerText.IsRefusal(answer, assignment.Language))
            findings.Add(new GateFinding("refusal", assignment.Language == "zh" ? "回答拒绝了任务" : "the answer declines the task"));
        if (LanguageGate.Check(assignment, answer) is { } language)
            findings.Add(language);
        return findings;
    }

    private static IEnumerable<GateFinding> Format(LabelAssignment assignment, string answer)
    {
        AnswerValidation validation = AnswerValidator.Validate(assignment.Format, answer, assignment.Turns, assignment.Language);
        return validation.Errors.Select(error => new GateFinding(Gate(error.Kind), error.Message));
    }

    private static string Gate(AnswerErrorKind kind) => kind switch
    {
        AnswerErrorKind.NotAChoice => "choice",
        AnswerErrorKind.QuotationNotFound => "quotation",
        AnswerErrorKind.TooShort or AnswerErrorKind.TooLong or AnswerErrorKind.Empty => "length",
        _ => "format",
    };

    private static string TooLong(string language, int length) => language == "zh"
        ? string.Create(CultureInfo.InvariantCulture, $"回答有 {length} 个字符，超过 {MaximumLength}")
        : string.Create(CultureInfo.InvariantCulture, $"the answer has {length} characters, more than {MaximumLength}");
}
