using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.DomainPacks.Formats;

/// <summary>Holds a model's answer to its output format. The answer is untrusted: nothing in it can make this throw or run long.</summary>
public static class AnswerValidator
{
    /// <summary>Validates an answer.</summary>
    /// <param name="format">What the answer must look like.</param>
    /// <param name="answer">The model's words, as they came.</param>
    /// <param name="turns">The dialogue that quotations must occur in.</param>
    /// <param name="language">The language of the error messages: <c>zh</c>; any other gives English.</param>
    public static AnswerValidation Validate(OutputFormat format, string answer, IReadOnlyList<Turn> turns, string language) =>
        throw new NotImplementedException();
}
