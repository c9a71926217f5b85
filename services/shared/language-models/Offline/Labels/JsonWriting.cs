using System.Text.Encodings.Web;
using System.Text.Json;

namespace DialInsight.LanguageModels.Offline.Labels;

/// <summary>How the annotator writes JSON: compact, Chinese as Chinese.</summary>
internal static class JsonWriting
{
    /// <summary>The options of every writer.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
