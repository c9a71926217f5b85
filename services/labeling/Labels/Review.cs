using DialInsight.Contracts.Labeling;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Formats;
using DialInsight.LanguageModels;

namespace DialInsight.Labeling.Labels;

/// <summary>Whether an answer will do.</summary>
/// <param name="Canonical">The answer in the format's canonical form; empty when it will not do.</param>
/// <param name="Class">What is wrong; null when nothing is.</param>
/// <param name="Errors">The errors, as the model is told them.</param>
internal sealed record Review(string Canonical, FailureClass? Class, IReadOnlyList<AnswerError> Errors)
{
    /// <summary>Asking again helps against a wrong shape; against a refusal or a cut-off it does not.</summary>
    public bool IsRepairable => Class == FailureClass.InvalidAnswer;

    /// <summary>What is wrong, by field and kind: the answer's own words stay out of messages and logs.</summary>
    public string Reason => Class switch
    {
        FailureClass.Truncated => "the answer was cut off by the token limit",
        FailureClass.Refused => "the model refused",
        _ => string.Join("; ", Errors.Take(5).Select(Told)),
    };

    private static string Told(AnswerError error)
    {
        string place = error.Field.Length == 0 ? "the answer" : $"\"{error.Field}\"";
        return error.Kind switch
        {
            AnswerErrorKind.NotParsable => "the answer is not in the shape that was asked for",
            AnswerErrorKind.MissingField => $"{place} is missing",
            AnswerErrorKind.UnknownField => $"{place} was not asked for, or is there twice",
            AnswerErrorKind.WrongType => $"{place} has the wrong type",
            AnswerErrorKind.NotAChoice => $"{place} is none of its choices",
            AnswerErrorKind.QuotationNotFound => $"{place} quotes what the dialogue does not say",
            AnswerErrorKind.TooShort => $"{place} holds too little",
            AnswerErrorKind.TooLong => $"{place} holds too much",
            _ => $"{place} is empty",
        };
    }

    public static Review Of(LabelAssignment assignment, ModelAnswer answer)
    {
        if (answer.Stop == ModelStop.Refused || AnswerText.IsRefusal(answer.Text, assignment.Language))
            return new Review("", FailureClass.Refused, []);
        if (answer.Stop == ModelStop.Length)
            return new Review("", FailureClass.Truncated, []);

        AnswerValidation validation = AnswerValidator.Validate(assignment.Format, answer.Text, assignment.Turns, assignment.Language);
        return validation.IsValid
            ? new Review(validation.Canonical, null, [])
            : new Review("", FailureClass.InvalidAnswer, validation.Errors);
    }
}
