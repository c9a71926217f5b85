using DialInsight.DomainPacks.Reading;

namespace DialInsight.DomainPacks.Packs;

/// <summary>Finds a business's prompts for making instructions.</summary>
public static class InstructionPrompts
{
    private static readonly Lazy<IReadOnlyList<InstructionPrompt>> s_builtIn = new(PromptFile.BuiltIn);

    /// <summary>The pack's prompt, or the built-in one where the pack has none.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="language"><c>zh</c> or <c>en</c>.</param>
    /// <param name="id">What it is for.</param>
    /// <exception cref="InvalidOperationException">There is no such prompt in that language.</exception>
    public static InstructionPrompt Prompt(this DomainPack pack, string language, string id) =>
        pack.Prompts.Concat(s_builtIn.Value).First(prompt => prompt.Language == language && prompt.Id == id);
}
