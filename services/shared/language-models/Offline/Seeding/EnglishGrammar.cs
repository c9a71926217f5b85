using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.LanguageModels.Offline.Seeding;

/// <summary>The English grammar of instructions.</summary>
internal static class EnglishGrammar
{
    /// <summary>The grammar.</summary>
    public static readonly SeedGrammar Grammar = new(
        new Dictionary<TaskKind, string[]>
        {
            [TaskKind.InformationExtraction] =
            [
                "Extract {focus} from this {scenario} conversation and {constraint}.",
                "Go through what {customer} says and record {focus}; leave out whatever was never mentioned, and {constraint}.",
                "Acting as a quality reviewer, find every statement about {topic} and {constraint}.",
                "Suppose a file is being opened for {customer}: note {focus}, with {topic} as an entry of its own.",
                "Match questions with answers between {staff} and {customer}, then keep only {focus} that both sides accepted.",
                "What exactly was said about {topic} and about {other}? Turn it into structured entries and {constraint}.",
            ],
            [TaskKind.Summarisation] =
            [
                "Summarise this {scenario} conversation in a few sentences that bring out {focus}, and {constraint}.",
                "Write a note for a supervisor: why {customer} got in touch, {focus}, and what was agreed.",
                "A colleague takes over from {staff} tomorrow. Brief them on {focus} and {constraint}.",
                "Trace in order how the discussion of {topic} developed and how it ended.",
                "Condense the spoken exchange into written minutes covering {topic} and {other}; {constraint}.",
                "If a reader could remember only three things from this call, which should they be? Include {focus}.",
            ],
            [TaskKind.Judgement] =
            [
                "Judge where {customer} really stands on {topic}, quoting the words that show {focus}.",
                "From this {scenario} conversation, assess {focus} and give a verdict with at least one piece of evidence.",
                "Did {staff} handle {topic} well? Argue from the transcript and {constraint}.",
                "Predict what {customer} will most likely do next, basing your reasons on {focus}.",
                "Decide which mattered more to the outcome, {topic} or {other}, and defend the decision.",
                "List the signs for and against, then rate {focus}; {constraint}.",
            ],
            [TaskKind.SpeechGeneration] =
            [
                "Write the reply {staff} should give to the last question about {topic}, and {constraint}.",
                "{customer} is still hesitating. Compose a few sentences that ease the worry over {topic} and use {focus}.",
                "Draft a polite follow-up message to be sent after this {scenario} contact, built on {focus}.",
                "Show a new colleague how to respond here: mention {topic}, then {other}, then a clear next step.",
                "Prepare an opening for the next call that keeps things moving, relying on {focus}; {constraint}.",
                "Explain to {customer} in plain words why {topic} is the way it is, and close with an offer.",
            ],
            [TaskKind.Comparison] =
            [
                "Set the two alternatives from the conversation side by side in a table, covering {topic} and {other}.",
                "Contrast what {customer} wants with what {staff} can offer, pointing out {focus}; {constraint}.",
                "Compare each option for {focus} and say plainly where nothing was mentioned.",
                "With {topic} as the main thread, weigh pros and cons of the choices and bring in {other}.",
                "Collect the figures named in this {scenario} conversation and compare them; {constraint}.",
                "Make a checklist that helps {customer} see {focus} at a glance, and {constraint}.",
            ],
        },
        new Dictionary<TaskKind, string[]>
        {
            [TaskKind.InformationExtraction] = ["the main need and its limits", "all amounts, quantities and dates", "names and contact details", "what is settled and what is still open", "each concern with its exact words", "every promised action"],
            [TaskKind.Summarisation] = ["the request, the objections and the outcome", "points agreed and points left open", "the key figures and where they came from", "who promised what and by when", "how the mood changed", "the two matters that counted most"],
            [TaskKind.Judgement] = ["how firm the intention is", "whether the problem was really solved", "the shift in mood", "the risk of losing the customer", "how reliable the promises are", "how urgent the need is"],
            [TaskKind.SpeechGeneration] = ["two facts confirmed earlier", "the promises already made", "the price and the schedule", "the condition that matters most", "a workable alternative", "what has been checked so far"],
            [TaskKind.Comparison] = ["differences in price and extra cost", "how well each need is met", "clashes in timing", "strengths and weaknesses", "the conditions attached", "the gap between wish and offer"],
        },
        [
            "keep every number in its original unit", "support each point with the speaker's words", "avoid guessing what was not said", "let later statements override earlier ones", "stay brief and free of jargon",
            "put the most important point first", "make clear who said what", "ignore greetings and small talk", "write figures such as \"{number}\" exactly as spoken", "mention any change of mind",
        ],
        [
            "", "", "Three points at most will do.", "The reader has not heard the recording, so supply the background.", "Watch how the remarks on {topic} change along the way.", "It will be used to train newcomers; choose plain language.",
            "If {other} was left vague, say so openly.", "Mark the one thing you are least sure of.", "Put yourself in the position of {customer} before you answer.", "Read the closing turns first.",
        ]);
}
