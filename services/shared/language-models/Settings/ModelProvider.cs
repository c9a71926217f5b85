namespace DialInsight.LanguageModels.Settings;

/// <summary>Who answers.</summary>
public enum ModelProvider
{
    /// <summary>The offline annotator: deterministic, free, for trying the platform and for tests.</summary>
    Offline,

    /// <summary>An endpoint that speaks OpenAI's chat completions: OpenAI, DashScope, vLLM, Ollama and others.</summary>
    OpenAI,
}
