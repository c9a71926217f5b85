using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Folding;

namespace DialInsight.DomainPacks.Formats;

/// <summary>Holds a model's answer to its output format. The answer is untrusted: nothing in it can make this throw or run long.</summary>
public static class AnswerValidator
{
    /// <summary>The longest answer that is read, in characters.</summary>
    public const int MaximumLength = 200_000;

    /// <summary>Validates an answer.</summary>
    /// <param name="format">What the answer must look like.</param>
    /// <param name="answer">The model's words, as they came.</param>
    /// <param name="turns">The dialogue that quotations must occur in.</param>
    /// <param name="language">The language of the error messages: <c>zh</c>; any other gives English.</param>
    public static AnswerValidation Validate(OutputFormat format, string answer, IReadOnlyList<Turn> turns, string language)
    {
        AnswerErrors errors = new(language);
        string bounded = answer.Length > MaximumLength ? answer[..MaximumLength] : answer;
        string text = AnswerFence.Strip(WellFormedText.Of(bounded));
        string canonical = text;
        if (answer.Length > MaximumLength)
            errors.Add(AnswerErrorKind.TooLong, "", $"{MaximumLength}");
        else if (text.Length == 0)
            errors.Add(AnswerErrorKind.Empty);
        else
            canonical = Read(format, text, new QuotationIndex(turns), errors);
        return new AnswerValidation(errors.All.Count == 0, errors.All.Count == 0 ? canonical : text, errors.All);
    }

    private static string Read(OutputFormat format, string text, QuotationIndex quotations, AnswerErrors errors) => format.Kind switch
    {
        OutputFormatKind.Object => ObjectAnswer.Read(format, text, quotations, errors),
        OutputFormatKind.Table => TableAnswer.Read(format, text, quotations, errors),
        OutputFormatKind.List => ListAnswer.Read(format, text, errors),
        _ => Prose(format, text, errors),
    };

    private static string Prose(OutputFormat format, string text, AnswerErrors errors)
    {
        errors.CheckCount(text.EnumerateRunes().Count(), format.Minimum, format.Maximum);
        return text;
    }
}
