using System.Text.Json.Serialization;

namespace DialInsight.DomainPacks.Formats;

/// <summary>What can be wrong with an answer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnswerErrorKind>))]
public enum AnswerErrorKind
{
    /// <summary>It is not in the shape that was asked for.</summary>
    NotParsable,

    /// <summary>A required field is missing or null.</summary>
    MissingField,

    /// <summary>There is a field that was not asked for, or one twice.</summary>
    UnknownField,

    /// <summary>A field's value is of another type.</summary>
    WrongType,

    /// <summary>A field's value is none of the choices.</summary>
    NotAChoice,

    /// <summary>A quotation does not occur in the dialogue.</summary>
    QuotationNotFound,

    /// <summary>There is less than the format asks for.</summary>
    TooShort,

    /// <summary>There is more than the format allows.</summary>
    TooLong,

    /// <summary>There is no answer, or nothing in it.</summary>
    Empty,
}
